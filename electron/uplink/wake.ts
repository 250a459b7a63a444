/** A bell that one loop sleeps beside. */
export interface Wake {
  ring(): void;
  /** Until the bell rings, after as many milliseconds, or when the signal ends it; at once when it rang since the last time. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export function createWake(): Wake {
  let hasRung = false;
  let waiting: (() => void) | null = null;
  return {
    ring() {
      hasRung = true;
      waiting?.();
    },
    async wait(milliseconds, signal) {
      if (!hasRung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const finish = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', finish);
            waiting = null;
            resolve();
          };
          const timer = setTimeout(finish, milliseconds);
          signal.addEventListener('abort', finish);
          waiting = finish;
        });
      }
      hasRung = false;
    },
  };
}
