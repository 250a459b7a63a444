/** Minutes after the set time in which a kiosk that somebody is at may still be restarted. */
const windowMinutes = 180;
/** Milliseconds that a kiosk must have run: one that has just started is fresh, and no clock that jumps restarts it twice a night. */
export const leastUptime = 12 * 60 * 60 * 1000;

export interface Night {
  /** `04:30`; null for never. */
  readonly restartAt: string | null;
  /** Of the event (IANA). */
  readonly timeZone: string;
  readonly now: Date;
  /** Milliseconds since the start, of a clock that only goes forward. */
  readonly uptime: number;
}

/** Whether the night's restart is due. By the wall clock, for which a clock set wrong costs a restart at a wrong hour and nothing else. */
export function isRestartDue({ restartAt, timeZone, now, uptime }: Night): boolean {
  if (restartAt === null || uptime < leastUptime) return false;
  const [hours = 0, minutes = 0] = restartAt.split(':').map(Number);
  const since = (minutesOfDay(now, timeZone) - (hours * 60 + minutes) + 24 * 60) % (24 * 60);
  return since < windowMinutes;
}

function minutesOfDay(now: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, Number(value)]));
  return (parts['hour'] ?? 0) * 60 + (parts['minute'] ?? 0);
}
