import { useCallback, useEffect, useState } from 'react';
import type { StaffAnswer, StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { useStaffWorld } from '../staff-world.tsx';

export const shownAtMost = 20;
/** Long enough that a typist's letters go as one question, short enough to feel like typing. */
const settleMilliseconds = 120;
/** As the hub takes it. */
const longestQuery = 200;

type Found = StaffAnswer<'findVisitors'>;

export interface Search {
  /** Of the question as it stands, or of an earlier one while `isSearching`; null before the first answer. */
  readonly found: Found | null;
  /** The question that `found` answers. */
  readonly asked: string;
  readonly refusal: StaffRefusal | null;
  readonly isSearching: boolean;
  readonly again: () => void;
}

const nothing = { asked: '', found: null, refusal: null } as const;

/** Results as somebody types. Only the answer to the last question counts, however late another comes. */
export function useSearch(query: string): Search {
  const { client } = useStaffWorld();
  const wanted = query.trim().slice(0, longestQuery);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<Pick<Search, 'asked' | 'found' | 'refusal'>>(nothing);
  useEffect(() => {
    if (wanted === '') return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void client.call('findVisitors', { query: wanted, limit: shownAtMost }).then((answer) => {
        if (!isWanted) return;
        setState(
          answer.ok
            ? { asked: wanted, found: answer.value, refusal: null }
            : { asked: wanted, found: null, refusal: answer.reason },
        );
      });
    }, settleMilliseconds);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, wanted, turn]);
  const again = useCallback(() => {
    setState(nothing);
    setTurn((number) => number + 1);
  }, []);
  if (wanted === '') return { ...nothing, isSearching: false, again };
  return { ...state, isSearching: state.asked !== wanted, again };
}
