import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { readJournal } from '../../journal/read-journal.ts';
import { scratchJournalPath } from './scratch-journal.ts';

export interface PowerCutParts {
  /** Scratch, on the disk that is to be proved. */
  readonly folder: string;
  /** Starts this very program again; the rest of its arguments follow. */
  readonly again: readonly [program: string, ...args: string[]];
  readonly signal: AbortSignal;
}

export interface PowerCut {
  readonly promised: number;
  /** Promised, and not in the journal as they were. */
  readonly lost: number;
  /** The journal opens and its sequence has no gap. */
  readonly isWhole: boolean;
  /** That one registration took, the middle of them, seen from outside. */
  readonly milliseconds: number;
  /** Why the process ended by itself; null when it was killed as it should be. */
  readonly refusal: string | null;
}

const kills = 3;
const promisesBeforeKill = 15;

/** A process that registers is killed in the middle of it, three times; then its journal has to hold exactly what it promised. */
export async function cutPower({ folder, again, signal }: PowerCutParts): Promise<PowerCut> {
  const promised = new Map<number, string>();
  let refusal: string | null = null;
  const waits: number[] = [];
  for (let round = 1; round <= kills && refusal === null; round += 1) {
    refusal = await registerAndKill({ folder, again, signal }, { promised, waits });
  }
  const records = readJournal(scratchJournalPath(folder));
  const kept = records.ok ? records.value : [];
  const ids = new Map(kept.map(({ sequence, id }) => [sequence, id]));
  const lost = [...promised].filter(([sequence, id]) => ids.get(sequence) !== id).length;
  const isWhole = records.ok && kept.every(({ sequence }, at) => sequence === at + 1);
  const middle = waits.toSorted((one, other) => one - other)[Math.floor(waits.length / 2)] ?? 0;
  return { promised: promised.size, lost, isWhole, milliseconds: Math.round(middle * 10) / 10, refusal };
}

async function registerAndKill(
  { folder, again: [program, ...args], signal }: PowerCutParts,
  { promised, waits }: { promised: Map<number, string>; waits: number[] },
): Promise<string | null> {
  const child = spawn(program, [...args, 'rehearse-power-cut', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    signal,
  });
  const ended = once(child, 'exit').catch(() => undefined);
  let count = 0;
  let last: number | null = null;
  let refusal: string | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, sequence, id = ''] = line.split(' ');
    if (word === 'refused') refusal = sequence ?? 'refused';
    if (word !== 'kept') continue;
    promised.set(Number(sequence), id);
    count += 1;
    const now = performance.now();
    if (last !== null) waits.push(now - last);
    last = now;
    if (count === promisesBeforeKill) child.kill('SIGKILL');
  }
  await ended;
  return count < promisesBeforeKill ? (refusal ?? 'ended') : null;
}
