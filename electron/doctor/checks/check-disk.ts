import { bad, green, type Check, type Found } from '../check.ts';

export interface DiskFacts {
  /** Of the data folder's disk, for this user. */
  readonly freeBytes: () => Promise<number>;
  /**
   * Writes one small block to the data folder's disk, waits for the medium and takes it away again.
   * @throws as the file system does: `EROFS`, `ENOSPC`, …
   */
  readonly writeThrough: () => Promise<void>;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
}

const megabyte = 1024 * 1024;
/** A registration is 2 KB, a day's log a few MB. Below the first the disk is full before the day is over; below the second it is time to tidy. */
const room = { redMegabytes: 200, amberMegabytes: 1024 } as const;
/** A registration waits for one write. Flash that is worn out takes seconds. */
const wait = { redMilliseconds: 1000, amberMilliseconds: 150 } as const;
const samples = 20;

/** Whether the disk takes what visitors are promised, and how fast. */
export function checkDisk({ freeBytes, writeThrough, clock }: DiskFacts): Check {
  async function measure(): Promise<number> {
    const times: number[] = [];
    for (let count = 0; count < samples; count += 1) {
      const start = clock();
      await writeThrough();
      times.push(clock() - start);
    }
    // The third slowest of twenty: one hiccup says nothing.
    return times.toSorted((a, b) => b - a)[2] ?? 0;
  }

  async function examine(): Promise<Found> {
    let slow: number;
    try {
      slow = Math.round((await measure()) * 10) / 10;
    } catch (error) {
      return bad('red', adviceOf(error), { reason: codeOf(error) });
    }
    const freeMegabytes = Math.floor((await freeBytes()) / megabyte);
    const facts = { freeMegabytes, writeMilliseconds: slow };
    if (freeMegabytes < room.redMegabytes) return bad('red', 'doctor-disk-full', facts);
    if (slow > wait.redMilliseconds) return bad('red', 'doctor-disk-slow', facts);
    if (freeMegabytes < room.amberMegabytes) return bad('amber', 'doctor-disk-low', facts);
    if (slow > wait.amberMilliseconds) return bad('amber', 'doctor-disk-slow', facts);
    return green(facts);
  }

  return { name: 'disk', limitSeconds: 30, examine: async () => [await examine()] };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

function adviceOf(error: unknown) {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'doctor-disk-full';
    case 'EROFS':
      return 'doctor-disk-read-only';
    default:
      return 'doctor-disk-refuses';
  }
}
