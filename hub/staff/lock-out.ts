import { waitAfter } from '../../domain/staff/lock-out.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Members } from './members.ts';

export type Waiting = { readonly code: 'wait'; readonly seconds: number } | { readonly code: 'staff-locked' };

/**
 * How often and when a PIN may be tried, by the number that is tried and by where it comes from. What was wrong is counted on the disk; how
 * long ago the last one was is counted by a clock that only goes forward, from the start of this process for those before it.
 */
export interface LockOut {
  /**
   * Counts a try as wrong before it is checked, so that neither trying all at once nor pulling the plug gains one; `forget` takes that
   * back for the right PIN.
   * @returns the sources that are locked now, if this one was wrong
   */
  begin(sources: readonly string[]): Promise<Result<string[], Waiting | 'storage-failed'>>;
  /** To be called when the counts are cleared. */
  forget(sources: readonly string[]): void;
}

interface Seen {
  readonly wrong: number;
  /** By `elapsed`. */
  readonly at: number;
}

export function createLockOut({ members, elapsed }: { members: Members; elapsed: () => number }): LockOut {
  const started = elapsed();
  const seen = new Map<string, Seen>();
  let before: Promise<boolean> | null = null;

  /** What was counted before this process waits from its start on. */
  async function readBefore(): Promise<boolean> {
    const tries = await members.readTries();
    if (tries.ok) for (const [source, wrong] of tries.value) seen.set(source, { wrong, at: started });
    return tries.ok;
  }

  function judge(wrong: number, source: string): number | 'locked' {
    const wait = waitAfter(wrong);
    if (wait === 'locked' || wait === 0) return wait;
    // Another process has counted: nobody here knows when, so its wait begins now.
    const known = seen.get(source);
    if (known?.wrong !== wrong) seen.set(source, { wrong, at: elapsed() });
    return Math.max(0, wait - (elapsed() - (seen.get(source)?.at ?? elapsed())) / 1000);
  }

  return {
    async begin(sources) {
      before ??= readBefore();
      if (!(await before)) {
        before = null;
        return err('storage-failed');
      }
      const counted = await members.countTry<Waiting>(sources, (counts) => {
        const waits = sources.map((source) => judge(counts.get(source) ?? 0, source));
        if (waits.includes('locked')) return err({ code: 'staff-locked' });
        const seconds = Math.ceil(Math.max(...waits.map(Number)));
        return seconds > 0 ? err({ code: 'wait', seconds }) : ok();
      });
      if (!counted.ok) return counted;
      for (const [source, wrong] of counted.value) seen.set(source, { wrong, at: elapsed() });
      return ok([...counted.value].flatMap(([source, wrong]) => (waitAfter(wrong) === 'locked' ? [source] : [])));
    },
    forget(sources) {
      for (const source of sources) seen.delete(source);
    },
  };
}
