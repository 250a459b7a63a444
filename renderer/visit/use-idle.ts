import { useCallback, useEffect, useRef, useState } from 'react';

interface IdleTimes {
  readonly warnAfterSeconds: number;
  readonly wipeAfterSeconds: number;
  /** Staff are at the kiosk: nothing is counted, and afterwards it begins anew. */
  readonly isPaused?: boolean;
}

const activities = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'scroll'] as const;

/**
 * Watches for a visitor who has left. Touches, typing (the on-screen keys too, they are touches) and scrolling count as activity.
 * @returns the seconds left before `onWipe`, or null while the visitor is active; `stay` counts as activity
 */
export function useIdle({ warnAfterSeconds, wipeAfterSeconds, isPaused = false }: IdleTimes, onWipe: () => void) {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const lastActivity = useRef(0);
  const stay = useCallback(() => {
    lastActivity.current = performance.now();
    setSecondsLeft(null);
  }, []);

  useEffect(() => {
    if (isPaused) return undefined;
    lastActivity.current = performance.now();
    const note = () => {
      lastActivity.current = performance.now();
    };
    const options = { capture: true, passive: true };
    for (const activity of activities) window.addEventListener(activity, note, options);
    const timer = setInterval(() => {
      const idleSeconds = (performance.now() - lastActivity.current) / 1000;
      if (idleSeconds >= warnAfterSeconds + wipeAfterSeconds) onWipe();
      else if (idleSeconds >= warnAfterSeconds) {
        setSecondsLeft(Math.ceil(warnAfterSeconds + wipeAfterSeconds - idleSeconds));
      } else setSecondsLeft(null);
    }, 250);
    return () => {
      for (const activity of activities) window.removeEventListener(activity, note, options);
      clearInterval(timer);
    };
  }, [warnAfterSeconds, wipeAfterSeconds, isPaused, onWipe]);

  return { secondsLeft: isPaused ? null : secondsLeft, stay };
}
