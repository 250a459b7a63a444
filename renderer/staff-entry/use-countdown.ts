import { useEffect, useState } from 'react';

/**
 * Whole seconds that are left, on a clock that only goes forward.
 * @param seconds null counts nothing
 * @param since another one begins anew
 */
export function useCountdown(seconds: number | null, since: unknown): number {
  const [begun, setBegun] = useState({ since, left: seconds ?? 0 });
  // A new reason begins a new count, before anything is drawn of the old.
  if (begun.since !== since) setBegun({ since, left: seconds ?? 0 });
  useEffect(() => {
    if (seconds === null) return undefined;
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setBegun((before) => (before.left === left ? before : { ...before, left }));
      if (left === 0) clearInterval(timer);
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [seconds, since]);
  return begun.since === since ? begun.left : (seconds ?? 0);
}
