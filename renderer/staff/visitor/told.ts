import type { VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import type { Language } from '../../../domain/localised.ts';
import type { talentPoolChoices } from '../../../domain/registration.ts';
import type { VisitorStatus } from '../../../domain/visitor-status.ts';

/** What is known of a visitor, whichever way they came. */
export interface Told {
  readonly status: VisitorStatus | null;
  readonly field: string;
  /** E-mail address, telephone number, or both. */
  readonly contact: string;
  readonly language: Language | null;
  readonly interests: readonly string[];
  readonly talentPool: (typeof talentPoolChoices)[number];
}

export function readTold({ registration: told }: Pick<VisitorDetails, 'registration'>): Told {
  if (told.kind === 'registration') {
    const { status, field, contact, language, interests, talentPool } = told.registration;
    return { status, field, contact: contact.value, language, interests, talentPool };
  }
  const { status = null, field, email, phone, language = null, interests, talentPool } = told.attendee;
  const contact = [email, phone].filter((part) => part !== undefined).join(' · ');
  return { status, field, contact, language, interests, talentPool };
}
