import { verify, type KeyObject } from 'node:crypto';
import { kioskRecordSchema, signedBytes } from '../../domain/kiosk-record.ts';
import { recordsAnswerSchema, kioskStateSchema, type KioskState } from '../../domain/protocol/records.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { firstBatch, nextBatchSize } from '../../domain/sync/batch-size.ts';
import { advanceOutbox, type OutboxState } from '../../domain/sync/outbox.ts';
import type { Journal, Owner, StoredRecord } from '../journal/journal.ts';
import type { HubClient, HubFailure } from './hub-client.ts';

export interface UploadParts {
  readonly journal: Pick<Journal, 'nextSequence' | 'listStored' | 'outbox'>;
  readonly owner: Owner;
  /** The public half of the key that this kiosk signs with. */
  readonly publicKey: KeyObject;
  readonly client: Pick<HubClient, 'ask'>;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
  /** Tells a hub of another epoch what was promised before it hears of who got it. */
  readonly reportLeases: (epoch: string) => Promise<Result<void, HubFailure>>;
  /** Of numbers only. */
  readonly onSent: (sent: { from: number; count: number; rejected: number }) => void;
}

const ownDisk: HubFailure = { word: null };

/** Sends what the hub has not answered for, in order, until there is nothing more. */
export function createUpload({ journal, owner, publicKey, client, clock, reportLeases, onSent }: UploadParts) {
  let size = firstBatch;

  /** No hub is believed that claims to have more than the journal: then a journal was lost, and what is new is told all the same. */
  function believe(
    state: OutboxState,
    word: KioskState,
    kind: 'accepted' | 'out-of-sequence',
  ): Result<OutboxState, HubFailure> {
    const end = journal.nextSequence(owner);
    if (!end.ok) return err(ownDisk);
    if (word.nextSequence <= end.value) return ok(advanceOutbox(state, word, kind));
    return ok({ epoch: word.epoch, nextSequence: Math.min(state.nextSequence, end.value) });
  }

  function keep(state: OutboxState, answered: Parameters<Journal['outbox']['advance']>[1]['answered']) {
    return journal.outbox.advance(owner, { state, answered }).ok ? ok(state) : err(ownDisk);
  }

  async function followWord(state: OutboxState, word: KioskState): Promise<Result<OutboxState, HubFailure>> {
    const reported = await reportLeases(word.epoch);
    if (!reported.ok) return reported;
    const next = believe(state, word, 'out-of-sequence');
    return next.ok ? keep(next.value, []) : next;
  }

  async function sendBatch(state: OutboxState, epoch: string, batch: readonly StoredRecord[]) {
    const from = batch[0]?.sequence ?? state.nextSequence;
    const sent = await client.ask({
      method: 'POST',
      path: '/v1/records',
      body: { epoch, from, records: batch.map(({ content }) => readContent(content, publicKey)) },
      answer: recordsAnswerSchema.refine(({ answers }) => answers.length === batch.length),
    });
    if (!sent.ok) {
      const { outOfSequence } = sent.reason;
      return outOfSequence === undefined ? sent : followWord(state, outOfSequence);
    }
    const answered = sent.value.answers.map((answer, at) => ({
      sequence: from + at,
      reason: answer.result === 'rejected' ? answer.reason : null,
    }));
    const end = from + batch.length;
    onSent({ from, count: batch.length, rejected: answered.filter(({ reason }) => reason !== null).length });
    // As far as was answered, and not as far as the hub is: of what lies between, nobody heard which are dead letters.
    const word = { epoch: sent.value.epoch, nextSequence: end };
    const next = believe({ ...state, nextSequence: end }, word, 'accepted');
    return next.ok ? keep(next.value, answered) : next;
  }

  return async function upload(signal: AbortSignal): Promise<Result<void, HubFailure>> {
    const kept = journal.outbox.read(owner);
    if (!kept.ok) return err(ownDisk);
    // Where the hub is, and which: also when there is nothing to send.
    const word = await client.ask({ method: 'GET', path: '/v1/kiosk', answer: kioskStateSchema, signal });
    if (!word.ok) return word;
    let state = kept.value;
    // A hub that was put back from a copy has the same name, and has forgotten what it answered for.
    if (word.value.epoch !== state.epoch || word.value.nextSequence < state.nextSequence) {
      const followed = await followWord(state, word.value);
      if (!followed.ok) return followed;
      state = followed.value;
    }
    while (!signal.aborted) {
      const batch = journal.listStored({ ...owner, afterSequence: state.nextSequence - 1, limit: size });
      if (!batch.ok) return err(ownDisk);
      if (batch.value.length === 0) return ok();
      const began = clock();
      const next = await sendBatch(state, state.epoch ?? word.value.epoch, batch.value);
      size = nextBatchSize({ size, milliseconds: clock() - began });
      if (!next.ok) return next;
      state = next.value;
    }
    return ok();
  };
}

/**
 * What is no record of this kiosk any more, because its disk gave back something else, goes all the same, as nothing: the hub keeps its place
 * as a dead letter, and no size or depth stops a batch. 0.1 ms a record, of one kiosk instead of the hub of all.
 */
function readContent(content: string, publicKey: KeyObject): unknown {
  try {
    const record = kioskRecordSchema.safeParse(JSON.parse(content));
    if (!record.success) return null;
    const signature = Buffer.from(record.data.signature, 'base64url');
    return verify(null, signedBytes(record.data), publicKey, signature) ? record.data : null;
  } catch {
    return null;
  }
}
