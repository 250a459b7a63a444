import type { EventDetails } from '../../../domain/event.ts';
import type { HubErrorCode } from '../../../domain/protocol/words.ts';
import { bad, green, redWhereInstalled, type Check, type Found, type Place } from '../check.ts';

/** What the hub says to a signed question of this kiosk: `known`, its word, or null when no hub answers. */
export type Standing = 'known' | HubErrorCode | null;

export interface EnrolmentFacts {
  readonly place: Place;
  readonly kiosk: string | null;
  readonly kind: 'none' | 'embedded' | 'enrolled' | 'unreadable';
  /** Of an enrolled kiosk: the certificate is of its own key and signed by the hub's. */
  readonly isCertified: boolean;
  /** Of the kiosks in event.json. */
  readonly position: string | null;
  /** Null before one was loaded. */
  readonly event: Pick<EventDetails, 'id' | 'kiosks'> | null;
  readonly askStanding: () => Promise<Standing>;
}

/** Whether this kiosk is who it says, to its hub and on the plan. */
export function checkEnrolment(facts: EnrolmentFacts): Check {
  const { kind, kiosk, position, event, place } = facts;

  async function examine(): Promise<Found> {
    const found = { kind, kiosk, position, event: event?.id ?? null };
    if (kind === 'unreadable') return bad('red', 'doctor-enrolment-broken', found);
    if (kind === 'enrolled') {
      if (!facts.isCertified) return bad('red', 'doctor-certificate-wrong', found);
      const standing = await facts.askStanding();
      const advice = standing === null || standing === 'known' ? undefined : adviceOf[standing];
      if (advice !== undefined) return bad('red', advice, found);
    }
    if (event === null) return bad(redWhereInstalled(place), 'doctor-no-event', found);
    const stands = event.kiosks.find(({ id }) => id === (position ?? kiosk));
    return stands?.place == null ? bad('amber', 'doctor-no-place', found) : green(found);
  }

  return { name: 'enrolment', limitSeconds: 45, examine: async () => [await examine()] };
}

/** Nothing where the hub has nothing against it, or where the check of the hub says it. */
const adviceOf: Partial<Record<HubErrorCode, 'doctor-revoked' | 'doctor-kiosk-unknown'>> = {
  'kiosk-revoked': 'doctor-revoked',
  'unknown-kiosk': 'doctor-kiosk-unknown',
};
