import type { Language } from '../../../domain/localised.ts';
import type { VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import type { VisitorStatus } from '../../../domain/visitor-status.ts';

/** What a badge says of a visitor. */
export interface BadgeSubject {
  readonly language: Language;
  readonly name: { readonly own: string; readonly latin: string };
  readonly field: string;
  readonly status: VisitorStatus | null;
  /** Null before they have one. */
  readonly claimCode: string | null;
}

type Person = Pick<VisitorDetails, 'registration' | 'claimCode'>;

/** @param first the event's first language, for somebody of whom the organiser's list does not say one */
export function subjectOf({ registration: told, claimCode }: Person, first: Language): BadgeSubject {
  const person = told.kind === 'registration' ? told.registration : told.attendee;
  const { language = first, name, field, status = null } = person;
  return { language, name, field, status, claimCode };
}
