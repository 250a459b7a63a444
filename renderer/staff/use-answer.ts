import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { StaffAnswer, StaffCall, StaffInput, StaffRefusal } from '../../domain/protocol/staff-calls.ts';
import { useStaffWorld } from './staff-world.tsx';

export interface Asked<Name extends StaffCall> {
  /** The last answer, also when the hub has refused since; null before the first. */
  readonly answer: StaffAnswer<Name> | null;
  /** Why the last question had no answer; null when it had one. */
  readonly refusal: StaffRefusal | null;
  readonly ask: () => void;
}

interface AskOptions {
  /** Asks again so often, from when the answer came. */
  readonly everyMilliseconds?: number;
}

/** Asks the hub when the component appears, when the question changes, and on `ask`. Answers to an older question are dropped. */
export function useAnswer<Name extends StaffCall>(
  name: Name,
  input: StaffInput<Name>,
  { everyMilliseconds }: AskOptions = {},
): Asked<Name> {
  const { client } = useStaffWorld();
  const key = JSON.stringify(input);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{
    readonly key: string;
    readonly answer: StaffAnswer<Name> | null;
    readonly refusal: StaffRefusal | null;
  }>({ key, answer: null, refusal: null });
  const call = useEffectEvent(() => client.call(name, input));
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const result = await call();
      if (!isWanted) return;
      setState((before) => {
        if (result.ok) return { key, answer: result.value, refusal: null };
        return { key, answer: before.key === key ? before.answer : null, refusal: result.reason };
      });
      if (everyMilliseconds !== undefined) timer = setTimeout(() => void ask(), everyMilliseconds);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, turn, everyMilliseconds, client, name]);
  const ask = useCallback(() => {
    setTurn((number) => number + 1);
  }, []);
  const isCurrent = state.key === key;
  return { answer: isCurrent ? state.answer : null, refusal: isCurrent ? state.refusal : null, ask };
}
