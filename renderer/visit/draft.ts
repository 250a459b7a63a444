import type { Language } from '../../domain/localised.ts';
import type { talentPoolChoices } from '../../domain/registration.ts';
import type { visitorStatuses } from '../../domain/visitor-status.ts';
import { registrationSchema, type Registration } from '../../domain/registration.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';

/** What a visitor has entered so far, or was opened by their code; in memory only. */
export interface Draft {
  readonly consent: boolean;
  readonly own: string;
  readonly latin: string;
  readonly contactKind: 'email' | 'phone';
  readonly email: string;
  readonly phone: string;
  readonly status: (typeof visitorStatuses)[number] | null;
  readonly field: string;
  readonly interests: readonly string[];
  readonly talentPool: (typeof talentPoolChoices)[number] | null;
  /** The registration or check-in as the journal holds it; null until the first "Finish", or the code of a ticket. */
  readonly record: SealedRecord | null;
  /** What the record was made of, to tell whether something was changed since. */
  readonly registered: Registration | null;
  /** Registered before the event: the names above are the organiser's. */
  readonly isPreRegistered: boolean;
  /** Of a badge of this event that was shown here. What was registered with it, this kiosk cannot open. */
  readonly shownClaimCode: string | null;
  /** The session for which the visitor went to register first. */
  readonly wantedSession: string | null;
  /** A whole badge came out or may have: the next one says REPRINT. A badge that surely failed never was one. */
  readonly isBadgeOut: boolean;
}

export const emptyDraft: Draft = {
  consent: false,
  own: '',
  latin: '',
  contactKind: 'email',
  email: '',
  phone: '',
  status: null,
  field: '',
  interests: [],
  talentPool: null,
  record: null,
  registered: null,
  isPreRegistered: false,
  shownClaimCode: null,
  wantedSession: null,
  isBadgeOut: false,
};

/** What a seat is booked for; null while this visit has shown none. */
export function claimCodeOf({ record, shownClaimCode }: Draft): string | null {
  return record?.claimCode ?? shownClaimCode;
}

/** Begun, and not yet in the journal: whoever erases it is asked first. */
export function hasSomethingToLose({ consent, record }: Draft): boolean {
  return consent && record === null;
}

/** The draft as a registration, or null while something is missing or wrong. */
export function completeDraft(draft: Draft, language: Language): Registration | null {
  const value = draft.contactKind === 'email' ? draft.email : draft.phone;
  const parsed = registrationSchema.safeParse({
    language,
    name: { own: draft.own, latin: draft.latin },
    contact: { kind: draft.contactKind, value },
    status: draft.status,
    field: draft.field,
    interests: draft.interests,
    talentPool: draft.talentPool,
    consent: draft.consent,
  });
  return parsed.success ? parsed.data : null;
}
