import type { Registration } from '../../domain/registration.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { contactIndex } from '../../domain/sealing/contact-index.ts';
import type { OwnJournal, Unsealed } from './own-journal.ts';

export interface RegisterRequest {
  /** UUIDv7. */
  readonly id: string;
  readonly replaces: string | null;
  readonly registration: Registration;
}

export type RegisterFailure = 'other-event' | 'unknown-record' | 'journal-failed';

export interface Registrar {
  /**
   * Seals and commits a registration. Done again with the same id, it returns the record of the first time.
   * - `other-event`: the id, or the record to replace, belongs to another event that used this data folder
   * - `unknown-record`: the record to replace is not in the journal
   * - `journal-failed`: nothing was kept, the disk refused
   */
  register(request: RegisterRequest): Promise<Result<SealedRecord, RegisterFailure>>;
}

export interface RegistrarParts {
  readonly own: OwnJournal;
  /** `sealingKey` and `country` of the event as it is now: what contact indexes are made with. */
  readonly event: () => { readonly sealingKey: string; readonly country: string };
}

export function createRegistrar({ own, event }: RegistrarParts): Registrar {
  const { journal } = own;

  /** null: no such record, or one that is not a visitor's. */
  function find(id: string): Result<SealedRecord | null, 'other-event' | 'journal-failed'> {
    const found = journal.find(id);
    if (!found.ok) return found;
    if (found.value === null || !('ciphertext' in found.value)) return ok(null);
    return found.value.event === own.owner.event ? ok(found.value) : err('other-event');
  }

  function claimCodeFor(replaces: string | null): Result<string, RegisterFailure> {
    if (replaces === null) return own.pickClaimCode();
    const replaced = find(replaces);
    if (!replaced.ok) return replaced;
    return replaced.value === null ? err('unknown-record') : ok(replaced.value.claimCode);
  }

  async function register({ id, replaces, registration }: RegisterRequest): ReturnType<Registrar['register']> {
    const known = find(id);
    if (!known.ok) return known;
    if (known.value !== null) return ok(known.value);
    const claimCode = claimCodeFor(replaces);
    if (!claimCode.ok) return claimCode;
    const record: Unsealed = {
      kind: 'registration',
      id,
      replaces,
      claimCode: claimCode.value,
      purpose: registration.talentPool === 'open' ? 'talent-pool' : 'registration',
      ticketIndex: null,
      contactIndexes: [contactIndex(registration.contact, event())],
    };
    return own.appendSealed(record, registration);
  }

  return { register: (request) => own.turn(() => register(request)) };
}
