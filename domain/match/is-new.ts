const dayInMilliseconds = 86_400_000;

/** How long before the event an opening still counts as new. */
export const newDays = 7;

/**
 * Whether a job was posted within the seven days before the event, or later.
 * @param posted `YYYY-MM-DD`
 * @param day the event's first, `YYYY-MM-DD`
 */
export function isNew(posted: string | undefined, day: string): boolean {
  if (posted === undefined) return false;
  return Date.parse(posted) >= Date.parse(day) - newDays * dayInMilliseconds;
}
