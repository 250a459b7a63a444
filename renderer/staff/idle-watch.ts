import type { StaffEnd } from './staff-client.ts';

export interface IdleWatchParts {
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** As `setInterval`. @returns stops it */
  readonly every: (milliseconds: number, action: () => void) => () => void;
  readonly lookEveryMilliseconds: number;
  /** Nobody touched anything for too long; the listeners have been told. */
  readonly onIdle: () => void;
  /** At a look: there was a touch since the one before. */
  readonly onTouched?: () => void;
}

/** A session of staff on this page, from when somebody signs in until it ends, by itself or otherwise. */
export interface IdleWatch {
  begin(idleSeconds: number): void;
  /** Does nothing when nobody is signed in. @param how null tells no listener */
  end(how: StaffEnd | null): void;
  touch(): void;
  /** @returns to listen no more */
  onEnded(listener: (end: StaffEnd) => void): () => void;
  /** Until it ends by itself; null when nobody is signed in. */
  secondsLeft(): number | null;
}

export function createIdleWatch(parts: IdleWatchParts): IdleWatch {
  const { now, every, lookEveryMilliseconds, onIdle, onTouched } = parts;
  const listeners = new Set<(end: StaffEnd) => void>();
  let session: { readonly stop: () => void; readonly idleMilliseconds: number } | null = null;
  let touched = 0;
  let seen = 0;

  function look(): void {
    if (session === null) return;
    if (now() - touched >= session.idleMilliseconds) {
      end('idle');
      onIdle();
    } else if (touched > seen) {
      seen = now();
      onTouched?.();
    }
  }

  function end(how: StaffEnd | null): void {
    if (session === null) return;
    session.stop();
    session = null;
    if (how !== null) for (const listener of [...listeners]) listener(how);
  }

  return {
    begin(idleSeconds) {
      session?.stop();
      touched = now();
      seen = touched;
      session = { idleMilliseconds: idleSeconds * 1000, stop: every(lookEveryMilliseconds, look) };
    },
    end,
    touch() {
      touched = now();
    },
    onEnded(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    secondsLeft: () => (session === null ? null : Math.max(0, (session.idleMilliseconds - (now() - touched)) / 1000)),
  };
}
