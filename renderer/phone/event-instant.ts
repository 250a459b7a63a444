/**
 * The moment of a time at the event.
 * @param local `YYYY-MM-DDTHH:MM`; one that a clock change skips becomes the same stretch later
 * @param timeZone IANA
 */
export function toInstant(local: string, timeZone: string): Date {
  const asUtc = Date.parse(`${local}:00Z`);
  // The offset of a moment near by, and then that of the moment itself: they differ on the day when clocks change.
  const near = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(near, timeZone));
}

/** Milliseconds that clocks there are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - moment;
}
