import { useState } from 'react';
import type { StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { useStaffWorld } from '../staff-world.tsx';

export type Decision = 'merge' | 'dismiss' | 'undo';

interface Decider {
  readonly decide: (pair: number, decision: Decision) => void;
  /** The last that was done, and to which pair, so that it can be taken back at once. */
  readonly done: { readonly pair: number; readonly decision: Decision } | null;
  readonly refusal: StaffRefusal | null;
  readonly isDeciding: boolean;
}

/** Decides whether two are one person. @param onDone called after each that the hub took */
export function useDecision(onDone: () => void): Decider {
  const { client } = useStaffWorld();
  const [done, setDone] = useState<Decider['done']>(null);
  const [refusal, setRefusal] = useState<StaffRefusal | null>(null);
  const [isDeciding, setIsDeciding] = useState(false);
  const decide = async (pair: number, decision: Decision) => {
    setIsDeciding(true);
    const answer = await client.call('decidePair', { pair, decision });
    setIsDeciding(false);
    setRefusal(answer.ok ? null : answer.reason);
    if (!answer.ok) return;
    setDone({ pair, decision });
    onDone();
  };
  return {
    decide: (pair, decision) => void decide(pair, decision),
    done,
    refusal,
    isDeciding,
  };
}
