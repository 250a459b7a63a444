import type { Language } from '../../domain/localised.ts';
import type { Registration } from '../../domain/registration.ts';

/** Who walks in, and what they will enter. */
export interface Visitor {
  /** The language that they choose. */
  readonly language: Language;
  readonly name: { readonly own: string; readonly latin: string };
  readonly contact: Registration['contact'];
  readonly status: Registration['status'];
  /** Of study or work; '' leaves the field alone. */
  readonly field: string;
  readonly talentPool: Registration['talentPool'];
}

/** Somebody with an ordinary name; what a journey is about is given. */
export function createVisitor(differences: Partial<Visitor> = {}): Visitor {
  return {
    language: 'en',
    name: { own: '', latin: 'Ada Lovelace' },
    contact: { kind: 'email', value: 'ada@example.com' },
    status: 'student',
    field: '',
    talentPool: 'private',
    ...differences,
  };
}
