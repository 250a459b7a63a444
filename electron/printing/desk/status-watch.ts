import type { PrinterStatus } from '../../../domain/print-job.ts';

/** Milliseconds from one look to the next. */
export interface LookPauses {
  readonly whenWell: number;
  /** After a fault, because somebody is mending it and somebody else waits. */
  readonly whenFaulty: number;
  /** After a sheet: the paper may be low now. */
  readonly afterJob: number;
  /** From the last time that somebody wanted to know, until it stops. */
  readonly untilNobody: number;
}

/** A printer of our own is right within 5 s. */
export const ownPauses: LookPauses = { whenWell: 4_000, whenFaulty: 2_000, afterJob: 500, untilNobody: 60_000 };
/** Twenty kiosks may look at one, and each look keeps the others' sheets waiting for a moment. */
export const sharedPauses: LookPauses = { whenWell: 15_000, whenFaulty: 4_000, afterJob: 2_000, untilNobody: 60_000 };

interface StatusWatchParts {
  /** Never rejects, as a driver's `status`. */
  readonly look: () => Promise<PrinterStatus>;
  readonly onStatus: (status: PrinterStatus) => void;
  /** A job waits or is under way: its outcome says more than a look, which it would have to wait for. */
  readonly isBusy: () => boolean;
  readonly pauses: LookPauses;
}

/** Looks after a printer in the background, so that nobody waits for its answer at the tap. */
export interface StatusWatch {
  /** Somebody wants to know now: it looks at once if it has stopped, and goes on for a while. */
  need(): void;
  /** Somebody wants to know until told otherwise. @returns which this does */
  hold(): () => void;
  /** It looks again soon. */
  jobEnded(isFaulty: boolean): void;
  /** Waits for the look under way. */
  close(): Promise<void>;
}

export function createStatusWatch({ look, onStatus, isBusy, pauses }: StatusWatchParts): StatusWatch {
  let holders = 0;
  let need: NodeJS.Timeout | null = null;
  let next: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let isClosed = false;

  function lookNow(): void {
    next = null;
    if (isClosed || isBusy()) return;
    looking = look().then((status) => {
      looking = null;
      if (isClosed) return;
      onStatus(status);
      lookIn(status.faults.length === 0 ? pauses.whenWell : pauses.whenFaulty);
    });
  }

  /** Unless it looks already, or nobody wants to know. A job that is under way then looks when it has ended. */
  function lookIn(milliseconds: number): void {
    if (isClosed || looking !== null || next !== null || (holders === 0 && need === null)) return;
    next = setTimeout(lookNow, milliseconds);
  }

  function stopWaiting(): void {
    if (next !== null) clearTimeout(next);
    next = null;
  }

  function stopUnlessWanted(): void {
    if (holders === 0 && need === null) stopWaiting();
  }

  return {
    need() {
      if (need !== null) clearTimeout(need);
      need = setTimeout(() => {
        need = null;
        stopUnlessWanted();
      }, pauses.untilNobody);
      need.unref();
      lookIn(0);
    },
    hold() {
      holders += 1;
      lookIn(0);
      let isHeld = true;
      return () => {
        if (isHeld) holders -= 1;
        isHeld = false;
        stopUnlessWanted();
      };
    },
    jobEnded(isFaulty) {
      stopWaiting();
      lookIn(isFaulty ? pauses.whenFaulty : pauses.afterJob);
    },
    async close() {
      isClosed = true;
      stopWaiting();
      if (need !== null) clearTimeout(need);
      await looking;
    },
  };
}
