import { createClaimCode } from '../../domain/claim-code.ts';
import type { CheckIn } from '../../domain/attendee.ts';
import type { PurgeRecord, SeatRecord, Tombstone } from '../../domain/kiosk-record.ts';
import type { Registration } from '../../domain/registration.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { Answer } from './attempt.ts';
import type { Journal, Owner } from './journal.ts';
import type { Emptied } from './purge.ts';
import type { Sealer } from '../../domain/sealing/seal-record.ts';

/** What the journal adds itself is missing. */
export type Headless<Each> = Omit<Each, 'event' | 'kiosk' | 'sequence' | 'signature'>;
export type Unsealed = Omit<Headless<SealedRecord>, 'version' | 'encapsulatedKey' | 'ciphertext'>;

export interface OwnJournalParts extends Owner {
  readonly journal: Journal;
  readonly sealer: Sealer;
  /** That many random bytes. */
  readonly random: (size: number) => Uint8Array;
  /** A record was committed. */
  readonly onAppend?: () => void;
}

/** This kiosk's own part of the journal: what it adds gets the next number and its signature. */
export interface OwnJournal {
  readonly owner: Owner;
  readonly journal: Journal;
  /** The sequence is bound into what is sealed and signed, and sealing takes its time: so one piece of work after another. */
  turn<Value>(work: () => Promise<Value> | Value): Promise<Value>;
  /** Only inside a turn, as all that follow. */
  appendSealed(record: Unsealed, content: Registration | CheckIn): Promise<Answer<SealedRecord>>;
  appendSeat(record: Headless<SeatRecord>): Answer<SeatRecord>;
  /** Empties the records and adds the receipt. */
  appendPurge(purge: { emptied: readonly Emptied[]; receipt: Headless<PurgeRecord> }): Answer<PurgeRecord>;
  /** Empties the records at a visitor's word. @param order id of the hub's order */
  appendErasure(erasure: { emptied: readonly Emptied[]; order: string }): Answer<void>;
  pickClaimCode(): Answer<string>;
  /** Resolves when all that was asked before has ended. */
  settle(): Promise<void>;
}

export function createOwnJournal({ journal, sealer, event, kiosk, random, onAppend }: OwnJournalParts): OwnJournal {
  const owner = { event, kiosk };
  let last: Promise<unknown> = Promise.resolve();

  function keep<Record>(record: Record, kept: Answer<void>): Answer<Record> {
    if (!kept.ok) return kept;
    onAppend?.();
    return ok(record);
  }

  const bury = ({ id, kiosk: of, sequence }: Emptied, order: string): Tombstone =>
    sealer.sign({ kind: 'tombstone', id, kiosk: of, sequence, event, order });

  return {
    owner,
    journal,
    turn(work) {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    async appendSealed(record, content) {
      const sequence = journal.nextSequence(owner);
      if (!sequence.ok) return sequence;
      const sealed = await sealer.seal({ ...record, version: 2, ...owner, sequence: sequence.value }, content);
      return keep(sealed, journal.append(sealed));
    },
    appendSeat(record) {
      const sequence = journal.nextSequence(owner);
      if (!sequence.ok) return sequence;
      const signed = sealer.sign({ ...record, ...owner, sequence: sequence.value });
      return keep(signed, journal.append(signed));
    },
    appendPurge({ emptied, receipt }) {
      const sequence = journal.nextSequence(owner);
      if (!sequence.ok) return sequence;
      const signed = sealer.sign({ ...receipt, ...owner, sequence: sequence.value });
      const tombstones = emptied.map((each) => bury(each, receipt.order));
      return keep(signed, journal.purge.commit({ tombstones, receipt: signed }));
    },
    appendErasure: ({ emptied, order }) =>
      journal.purge.commit({ tombstones: emptied.map((each) => bury(each, order)), receipt: null }),
    pickClaimCode(): Result<string, 'journal-failed'> {
      for (;;) {
        const claimCode = createClaimCode(random(7));
        const taken = journal.hasClaimCode(claimCode);
        if (!taken.ok) return taken;
        if (!taken.value) return ok(claimCode);
      }
    },
    async settle() {
      await last;
    },
  };
}
