import type { Language } from '../../domain/localised.ts';
import type { talentPoolChoices, visitorStatuses } from '../../domain/registration.ts';
import { registrationSchema, type Registration } from '../../domain/registration.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';

/** What a visitor has entered so far, in memory only. */
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
  /** The registration as the journal holds it; null until the first "Finish". */
  readonly record: SealedRecord | null;
  /** What the record was made of, to tell whether something was changed since. */
  readonly registered: Registration | null;
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
  isBadgeOut: false,
};

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
