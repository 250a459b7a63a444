import type { EventDetails } from '../../domain/event.ts';
import type { WaitReason } from '../../domain/protocol/update-report.ts';

/** A part of each day, as minutes since midnight; it may go past midnight. */
export interface DailyWindow {
  readonly from: number;
  readonly to: number;
}

export interface Moment {
  /** By the machine's own clock. It decides nothing alone: whatever it says, nobody may be here. */
  readonly at: Date;
  readonly event: Pick<EventDetails, 'days' | 'timeZone'>;
  /** Option `updateWindow`; null: whenever the event is not open. */
  readonly window: DailyWindow | null;
  readonly isVisitOn: boolean;
  readonly isStaffHere: boolean;
  /** Sheets that are under way or wait. */
  readonly printing: number;
  /** Milliseconds since anybody was here. */
  readonly idle: number;
  /** Staff or a technician asked for it: then the hour does not matter. */
  readonly isAskedFor: boolean;
  /** Null where it cannot be told. */
  readonly isOnBattery: boolean | null;
  /** Bytes free where packages lie. */
  readonly free: number;
  /** Bytes of the package. */
  readonly size: number;
}

/** Milliseconds without anybody: somebody who walked past in between waits for no start. */
export const idleBefore = 5 * 60_000;
/** Packed and unpacked lie there at once. */
const roomFactor = 2;
/** Minutes before doors open in which nothing is begun: two starts and the way back fit in. */
export const beforeOpening = 60;

/** Why an update must wait; null when it may be put in now. */
export function whyNotNow(moment: Moment): WaitReason | null {
  if (moment.isVisitOn) return 'visitor';
  if (moment.isStaffHere) return 'staff';
  if (moment.printing > 0) return 'printing';
  if (!moment.isAskedFor && !isQuietHour(moment)) return 'opening-hours';
  if (moment.idle < idleBefore) return 'not-idle';
  if (moment.isOnBattery === true) return 'on-battery';
  return moment.free < roomFactor * moment.size ? 'no-room' : null;
}

/** Within the window, and never while the event is open nor in the hour before. */
export function isQuietHour({ at, event, window }: Pick<Moment, 'at' | 'event' | 'window'>): boolean {
  const { date, minutes } = readClock(at, event.timeZone);
  const isOpen = event.days.some(
    (day) => day.date === date && minutes >= toMinutes(day.opens) - beforeOpening && minutes < toMinutes(day.closes),
  );
  return !isOpen && (window === null || isWithin(minutes, window));
}

function isWithin(minutes: number, { from, to }: DailyWindow): boolean {
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

/** `20:00` */
export function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** On the event's own clock. */
function readClock(at: Date, timeZone: string): { date: string; minutes: number } {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  const [date = '', time = ''] = text.split(' ');
  return { date, minutes: toMinutes(time) };
}
