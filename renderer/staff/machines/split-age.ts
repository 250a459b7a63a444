/** So long ago, in the largest unit that is not a fraction: a line that is read in passing and does not count every second. */
export function splitAge(milliseconds: number): { unit: 'now' | 'seconds' | 'minutes' | 'hours'; count: number } {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  // Kiosks report every ten seconds.
  if (seconds < 15) return { unit: 'now', count: 0 };
  if (seconds < 60) return { unit: 'seconds', count: seconds };
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? { unit: 'minutes', count: minutes } : { unit: 'hours', count: Math.floor(minutes / 60) };
}
