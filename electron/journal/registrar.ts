import { createClaimCode } from '../../domain/claim-code.ts';
import type { Registration } from '../../domain/registration.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { Journal } from './journal.ts';
import type { Sealer } from './seal.ts';

export interface RegisterRequest {
  /** UUIDv7. */
  readonly id: string;
  readonly replaces: string | null;
  readonly registration: Registration;
}

export interface Registrar {
  /**
   * Seals and commits a registration. Done again with the same id, it returns the record of the first time.
   * - `other-event`: the id, or the record to replace, belongs to another event that used this data folder
   * - `unknown-record`: the record to replace is not in the journal
   * - `journal-failed`: nothing was kept, the disk refused
   */
  register(
    request: RegisterRequest,
  ): Promise<Result<SealedRecord, 'other-event' | 'unknown-record' | 'journal-failed'>>;
  /** Resolves when all that was asked before has ended. */
  settle(): Promise<void>;
}

export interface RegistrarParts {
  readonly journal: Journal;
  readonly sealer: Sealer;
  readonly event: string;
  readonly kiosk: string;
  /** That many random bytes. */
  readonly random: (size: number) => Uint8Array;
}

export function createRegistrar({ journal, sealer, event, kiosk, random }: RegistrarParts): Registrar {
  function pickClaimCode(): Result<string, 'journal-failed'> {
    for (;;) {
      const claimCode = createClaimCode(random(7));
      const taken = journal.hasClaimCode(claimCode);
      if (!taken.ok) return taken;
      if (!taken.value) return ok(claimCode);
    }
  }

  function claimCodeFor(replaces: string | null): Result<string, 'other-event' | 'unknown-record' | 'journal-failed'> {
    if (replaces === null) return pickClaimCode();
    const replaced = journal.find(replaces);
    if (!replaced.ok) return replaced;
    if (replaced.value === null) return err('unknown-record');
    return replaced.value.event === event ? ok(replaced.value.claimCode) : err('other-event');
  }

  async function register({ id, replaces, registration }: RegisterRequest): ReturnType<Registrar['register']> {
    const known = journal.find(id);
    if (!known.ok) return known;
    if (known.value !== null) return known.value.event === event ? ok(known.value) : err('other-event');
    const claimCode = claimCodeFor(replaces);
    if (!claimCode.ok) return claimCode;
    const sequence = journal.nextSequence({ event, kiosk });
    if (!sequence.ok) return sequence;
    const envelope = { id, replaces, event, kiosk, sequence: sequence.value, claimCode: claimCode.value };
    const record = await sealer.seal(envelope, registration);
    const kept = journal.append(record);
    return kept.ok ? ok(record) : kept;
  }

  // The sequence is bound into the ciphertext, so it is known before sealing, and sealing waits: one registration at a time.
  let last: Promise<unknown> = Promise.resolve();
  return {
    register(request) {
      const turn = last.then(() => register(request));
      last = turn.catch(() => undefined);
      return turn;
    },
    async settle() {
      await last;
    },
  };
}
