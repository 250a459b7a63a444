import { createPublicKey } from 'node:crypto';
import { ok } from '../../../domain/result.ts';
import type { SealedRecord } from '../../../domain/sealed-record.ts';
import { emptyOutbox, type OutboxState } from '../../../domain/sync/outbox.ts';
import { createHubClient, type HubClient, type Question } from '../../../electron/uplink/hub-client.ts';
import { keepDoing } from '../../../electron/uplink/keep-doing.ts';
import { createUpload, type UploadParts } from '../../../electron/uplink/upload.ts';
import { createWake } from '../../../electron/uplink/wake.ts';
import { recordsPath } from '../ingest/prepare-requests.ts';
import type { Sender } from '../harness/sender.ts';

export interface WaitingKiosk {
  /** Goes on until the hub has acknowledged every record. @returns milliseconds from the first try of each batch until it was */
  send(): Promise<number[]>;
  close(): Promise<void>;
}

/**
 * The uplink of a kiosk with its own retries, signatures and connection, on a journal in memory: 200 kiosks have 200 disks, and this
 * machine has one.
 */
export function createWaitingKiosk(options: {
  readonly address: string;
  readonly event: string;
  readonly sender: Sender;
  readonly records: readonly SealedRecord[];
}): WaitingKiosk {
  const { address, event, sender, records } = options;
  const { hostname, port } = new URL(address);
  const owner = { event, kiosk: sender.kiosk };
  const client = createHubClient({
    address: { host: hostname, port: Number(port) },
    isPinned: () => true,
    signer: sender,
  });
  const latencies: number[] = [];
  const journal = createMemoryJournal(records);
  const upload = createUpload({
    journal,
    owner,
    publicKey: createPublicKey(sender.privateKey),
    client: { ask: timeBatches(client, latencies) },
    clock: () => performance.now(),
    reportLeases: () => Promise.resolve(ok()),
    onSent: () => undefined,
  });
  return {
    async send() {
      const done = new AbortController();
      await keepDoing({
        async work(signal) {
          const sent = await upload(signal);
          if (sent.ok) done.abort();
          return sent;
        },
        wake: createWake(),
        idle: () => 0,
        random: Math.random,
        signal: done.signal,
      });
      return latencies;
    },
    close: () => client.close(),
  };
}

/** A batch that was refused is timed from its first try. */
function timeBatches(client: HubClient, latencies: number[]) {
  let began: number | null = null;
  return async <Answer>(question: Question<Answer>): ReturnType<typeof client.ask<Answer>> => {
    if (question.path !== recordsPath) return client.ask(question);
    began ??= performance.now();
    const answer = await client.ask(question);
    if (answer.ok) {
      latencies.push(performance.now() - began);
      began = null;
    }
    return answer;
  };
}

function createMemoryJournal(records: readonly SealedRecord[]): UploadParts['journal'] {
  const stored = records.map((record) => ({ sequence: record.sequence, content: JSON.stringify(record) }));
  let state: OutboxState = emptyOutbox;
  return {
    nextSequence: () => ok(stored.length + 1),
    listStored: ({ afterSequence, limit }) => ok(stored.slice(afterSequence, afterSequence + limit)),
    outbox: {
      read: () => ok(state),
      listDeadLetters: () => ok([]),
      advance(_owner, step) {
        ({ state } = step);
        return ok();
      },
    },
  };
}
