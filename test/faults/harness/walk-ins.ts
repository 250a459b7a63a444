import { v7 } from 'uuid';
import { languages } from '../../../domain/localised.ts';
import { registrationSchema, type Registration } from '../../../domain/registration.ts';
import type { Random } from './random.ts';

export interface WalkIn {
  /** UUIDv7, as the page fixes it. */
  readonly id: string;
  readonly registration: Registration;
}

/** Each a surname and a given name in two scripts. */
const surnames = [
  ['陳', 'Chan'],
  ['黃', 'Wong'],
  ['歐陽', 'Au Yeung'],
  ['刘', 'Liu'],
  ['鄧', 'Tang'],
] as const;
const givenNames = [
  ['大文', 'Tai Man'],
  ['曉彤', 'Hiu Tung'],
  ['浚軒', 'Chun Hin'],
  ['思颖', 'Siying'],
] as const;

/** Visitors one after the other; no two have the same contact. @param group tells the visitors of one kiosk from those of another */
export function createWalkIns(random: Random, group: string): () => WalkIn {
  let number = 0;
  return () => {
    number += 1;
    const [ownSurname, latinSurname] = random.pick(surnames);
    const [ownGiven, latinGiven] = random.pick(givenNames);
    const registration = registrationSchema.parse({
      language: random.pick(languages),
      name: { own: ownSurname + ownGiven, latin: `${latinSurname} ${latinGiven}` },
      contact: { kind: 'email', value: `visitor-${group}-${number}@faults.example` },
      status: random.pick(['student', 'graduate', 'experienced']),
      field: random.chance(0.5) ? 'Electronic engineering' : '',
      interests: random.chance(0.5) ? ['analog'] : [],
      talentPool: random.pick(['open', 'private']),
      consent: true,
    });
    return { id: v7(), registration };
  };
}

/** The same text for the same content, whatever the order in which its fields were written. */
export function contentOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
