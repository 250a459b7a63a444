import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { signRequest } from '../../../domain/protocol/signing.ts';
import { loadSampleEvent } from '../../end-to-end/sample-event.ts';
import { createSealedRecords } from '../../bench/harness/sealed-records.ts';
import type { KioskRecord } from '../../../domain/kiosk-record.ts';
import type { Rejection } from '../../../domain/protocol/records.ts';
import { ok } from '../../../domain/result.ts';
import { emptyOutbox, type OutboxState } from '../../../domain/sync/outbox.ts';
import { enrol } from '../../../electron/uplink/enrol.ts';
import { createHubClient, type HubClient } from '../../../electron/uplink/hub-client.ts';
import { createUpload, type UploadParts } from '../../../electron/uplink/upload.ts';
import type { Ledger } from './ledger.ts';
import { contentOf } from './walk-ins.ts';

/** A kiosk's uplink with its own key, enrolment, signatures and sockets, on a journal in memory, so that hundreds fit into a process. */
export interface LightKiosk {
  readonly name: string;
  /** So many visitors register: into the ledger goes each record as it was signed, entered and promised. */
  take(count: number): void;
  /** Puts these at the end of the journal, whatever they are. */
  append(...contents: string[]): void;
  /** How many the hub has not answered for. */
  readonly waiting: number;
  readonly outbox: OutboxState;
  readonly rejected: ReadonlyMap<number, Rejection>;
  /** One try; the hub's word when it refused, null when nothing answered, 'sent' when nothing is left. */
  send(signal?: AbortSignal): Promise<string | null>;
  /** Tries again at short intervals until nothing is left. @returns whether it came to that in time */
  drain(limitMilliseconds: number, pause?: number): Promise<boolean>;
  /** A signed request whose body this kiosk's code would never write. @returns the hub's status and answer */
  post(path: string, body: string): Promise<{ status: number; answer: unknown }>;
  /** Forgets how far the hub got, as an older copy of the disk would. */
  rewind(state: OutboxState): void;
  readonly client: HubClient;
  close(): Promise<void>;
}

export interface LightKioskOptions {
  readonly port: number;
  readonly code: string;
  readonly ledger: Ledger;
  /** Of `event.json`; null lets the hub choose. */
  readonly position?: string | null;
}

export async function createLightKiosk({
  port,
  code,
  ledger,
  position = null,
}: LightKioskOptions): Promise<LightKiosk> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const address = { host: '127.0.0.1', port };
  const enrolled = await enrol({ address, code, kioskKey: privateKey, position, streams: [] });
  if (!enrolled.ok) throw new Error(enrolled.reason.message);
  const { pin, certificate } = enrolled.value.enrolment;
  const event = loadSampleEvent().event.id;
  const owner = { event, kiosk: certificate.kiosk };
  const client = createHubClient({
    address,
    isPinned: (digest) => Buffer.from(digest).toString('base64url') === pin,
    signer: { kiosk: owner.kiosk, privateKey },
  });
  const raw = new Agent({ connect: { rejectUnauthorized: false } });
  const stored: string[] = [];
  const rejected = new Map<number, Rejection>();
  let state: OutboxState = emptyOutbox;
  const journal: UploadParts['journal'] = {
    nextSequence: () => ok(stored.length + 1),
    listStored: ({ afterSequence, limit }) =>
      ok(
        stored
          .slice(afterSequence, afterSequence + limit)
          .map((content, at) => ({ sequence: afterSequence + at + 1, content })),
      ),
    outbox: {
      read: () => ok(state),
      listDeadLetters: () => ok([...rejected].map(([sequence, reason]) => ({ sequence, reason }))),
      advance(_owner, step) {
        for (const { sequence, reason } of step.answered) {
          if (reason === null) rejected.delete(sequence);
          else rejected.set(sequence, reason);
        }
        ({ state } = step);
        return ok();
      },
    },
  };
  const upload = createUpload({
    journal,
    owner,
    publicKey: createPublicKey(privateKey),
    client,
    clock: () => performance.now(),
    reportLeases: () => Promise.resolve(ok()),
    onSent: () => undefined,
  });
  const send = async (signal = new AbortController().signal) => {
    const sent = await upload(signal);
    return sent.ok ? 'sent' : sent.reason.word;
  };
  return {
    name: owner.kiosk,
    take(count) {
      const made: KioskRecord[] = createSealedRecords({ ...owner, privateKey, from: stored.length + 1, count });
      for (const record of made) {
        ledger.enter(record.id, contentOf(record));
        ledger.promise(record.id);
        stored.push(JSON.stringify(record));
      }
    },
    append: (...contents) => {
      stored.push(...contents);
    },
    get waiting() {
      return stored.length + 1 - state.nextSequence;
    },
    get outbox() {
      return state;
    },
    rejected,
    send,
    async drain(limitMilliseconds, pause = 50) {
      const end = performance.now() + limitMilliseconds;
      while ((await send()) !== 'sent') {
        if (performance.now() > end) return false;
        await wait(pause);
      }
      return true;
    },
    async post(path, body) {
      const signed = signRequest({ method: 'POST', path, body, keyId: owner.kiosk, privateKey });
      const answer = await request(`https://127.0.0.1:${port}${path}`, {
        method: 'POST',
        dispatcher: raw,
        headers: { ...signed, 'content-type': 'application/json' },
        body,
      });
      return { status: answer.statusCode, answer: JSON.parse(await answer.body.text()) as unknown };
    },
    rewind(earlier) {
      state = earlier;
    },
    client,
    async close() {
      await client.close();
      await raw.destroy();
    },
  };
}
