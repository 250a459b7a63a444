import { bad, green, type Check, type Found } from '../check.ts';

export interface ClockFacts {
  /** Milliseconds since 1970 by the machine's own clock. */
  readonly now: () => number;
  /** The hub's clock, in milliseconds since 1970 with the second as its unit, and how long the question took; null when no hub answers. */
  readonly askHub: () => Promise<{ readonly at: number; readonly tookMilliseconds: number } | null>;
  /** The machine's own and the event's (IANA); the event's is null before one is loaded. */
  readonly zones: { readonly machine: string; readonly event: string | null };
  /** Whether the system says that its clock follows the network; null where it does not say. */
  readonly isSynchronised: () => Promise<boolean | null>;
}

const second = 1000;
const amberMilliseconds = 60 * second;
/** From here on the programme shows the wrong session as "now". */
const redMilliseconds = 15 * 60 * second;

/** Whether what the kiosk calls "now" is so. Nothing is decided by it; visitors and logs read it. */
export function checkClock({ now, askHub, zones, isSynchronised }: ClockFacts): Check {
  async function examine(): Promise<Found> {
    const synchronised = await isSynchronised();
    const hub = await askHub();
    // The hub's second began somewhere between the question and the answer.
    const off = hub === null ? null : Math.round((now() - hub.tookMilliseconds / 2 - (hub.at + second / 2)) / second);
    const facts = { offSeconds: off, isSynchronised: synchronised, zone: zones.machine, eventZone: zones.event };
    const distance = Math.abs(off ?? 0) * second;
    if (distance > redMilliseconds) return bad('red', 'doctor-clock-wrong', facts);
    if (distance > amberMilliseconds) return bad('amber', 'doctor-clock-wrong', facts);
    if (zones.event !== null && !isSameZone(zones.machine, zones.event, now())) {
      return bad('amber', 'doctor-time-zone', facts);
    }
    if (off === null && synchronised !== true) return bad('amber', 'doctor-clock-unproved', facts);
    return green(facts);
  }
  return { name: 'clock', limitSeconds: 30, examine: async () => [await examine()] };
}

/** Whether clocks on the wall show the same there now. */
function isSameZone(one: string, other: string, at: number): boolean {
  const show = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return one === other || show(one) === show(other);
}
