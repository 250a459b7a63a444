import type { WebContents } from 'electron';

/** So that a page that dies as it loads does not keep the processor busy. */
const pauseMilliseconds = 1000;

export interface Recovery {
  readonly contents: WebContents;
  readonly load: () => void;
  /** Calls back after that many milliseconds. */
  readonly wait: (milliseconds: number, then: () => void) => void;
}

/** A page that died or hangs starts afresh: nothing is lost by it, since what was acknowledged lies in the journal. */
export function recoverPage({ contents, load, wait }: Recovery): void {
  contents.on('render-process-gone', () => {
    wait(pauseMilliseconds, () => {
      if (!contents.isDestroyed()) load();
    });
  });
  contents.on('unresponsive', () => {
    contents.forcefullyCrashRenderer();
  });
}
