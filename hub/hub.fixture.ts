import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import type { Client } from 'undici';
import { enrolmentAnswerSchema, parseEnrolmentCode, type KioskCertificate } from '../domain/protocol/enrolment.ts';
import { signRequest, type SignatureHeaders } from '../domain/protocol/signing.ts';
import { signedBytes, type SeatRecord } from '../domain/kiosk-record.ts';
import type { Registration } from '../domain/registration.ts';
import { associatedData, type SealedEnvelope, type SealedRecord } from '../domain/sealed-record.ts';
import { readSealingKey, sealJson } from '../domain/sealing/hpke.ts';
import { connectPinned } from './command/operator-client.ts';
import { readConfig } from './config/read-config.ts';
import { startHub, type Hub } from './hub.ts';
import { readRunning } from './operator/operator-token.ts';

export const samplePack = 'build/sample-event';
/** Files of the sample that cost a hub a second to lock. */
const slowFiles = ['attendees.csv', 'attendees.xlsx'];
export const sampleEvent = 'micro-e-in-action-2025';
/** The sample event's only day, at noon in Hong Kong. */
export const eventDay = Date.UTC(2025, 4, 30, 4);

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export interface TestHub {
  readonly hub: Hub;
  readonly data: string;
  readonly client: Client;
  /** Another connection, for an answer that stays open. */
  connect(): Client;
  readonly token: string;
  /** For the hub: milliseconds since 1970, and since it started by the clock that only goes forward. */
  readonly clock: { now: number; elapsed: number };
  ask(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answered>;
  operate(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answered>;
  createCode(position?: string): Promise<string>;
  /** A kiosk that was enrolled with a code. */
  enrol(position?: string): Promise<TestKiosk>;
  /** Ends this hub and starts another on the same folder. */
  restart(flags?: readonly string[], now?: number): Promise<TestHub>;
  close(): Promise<void>;
}

const opened: (() => Promise<void>)[] = [];

/** For tests: ends every hub that a test began. */
export async function closeHubs(): Promise<void> {
  for (const close of opened.splice(0)) await close();
}

export interface TestHubOptions {
  readonly flags?: readonly string[];
  readonly environment?: Record<string, string>;
  readonly data?: string;
  readonly pack?: string | null;
  /** What the hub logs is added to. */
  readonly logLines?: string[];
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/** For tests: a hub on a socket of its own, with the sample event on its day. */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const { flags = [], environment = {}, pack = copyPack() } = options;
  const data = options.data ?? createFolder();
  const clock = { now: options.now ?? eventDay, elapsed: 0 };
  const loaded = pack === null ? [] : ['--event', pack];
  const argv = ['--data', data, '--listen', '127.0.0.1:0', ...loaded, ...flags];
  const config = readConfig({ argv, environment });
  if (!config.ok) throw new Error(config.reason.join('\n'));
  const { logLines } = options;
  const logger =
    logLines === undefined
      ? pino({ level: 'silent' })
      : pino({ level: 'debug' }, { write: (line) => logLines.push(line) });
  const started = await startHub({
    config: config.value,
    logger,
    now: () => clock.now,
    elapsed: () => clock.elapsed,
    random: randomBytes,
  });
  if (!started.ok) throw new Error(started.reason);
  const running = readRunning(data);
  if (!running.ok) throw new Error(running.reason);
  const { token } = running.value;
  const clients: Client[] = [];
  const connect = () => {
    const added = connectPinned(running.value);
    clients.push(added);
    return added;
  };
  const client = connect();
  let isClosed = false;

  async function close(): Promise<void> {
    if (isClosed) return;
    isClosed = true;
    await Promise.all(clients.map((each) => each.destroy()));
    if (started.ok) await started.value.close();
  }
  opened.push(close);

  async function ask(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ) {
    const text = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body);
    const type: Record<string, string> = text === null ? {} : { 'content-type': 'application/json' };
    const response = await client.request({
      method: method,
      path,
      headers: { ...type, ...headers },
      body: text,
    });
    const answer = await response.body.text();
    return { status: response.statusCode, headers: response.headers, body: parse(answer) };
  }

  const operate: TestHub['operate'] = (method, path, body) =>
    ask(method, path, { ...(body !== undefined && { body }), headers: { authorization: `Bearer ${token}` } });

  async function createCode(position?: string): Promise<string> {
    const { body } = await operate('POST', '/v1/operator/enrolment-codes', { position: position ?? null });
    return (body as { code: string }).code;
  }

  const hub: TestHub = {
    hub: started.value,
    data,
    client,
    connect,
    token,
    clock,
    ask,
    operate,
    createCode,
    async enrol(position) {
      const parsed = parseEnrolmentCode(await createCode(position));
      if (!parsed.ok) throw new Error(parsed.reason);
      const keys = generateKeyPairSync('ed25519');
      const request = { secret: parsed.value.secret, publicKey: exportKey(keys.publicKey), position: null };
      const { body } = await ask('POST', '/v1/enrolments', { body: request });
      return createTestKiosk(hub, { ...enrolmentAnswerSchema.parse(body), privateKey: keys.privateKey });
    },
    async restart(more = [], now = clock.now) {
      await close();
      return startTestHub({ ...options, pack, data, now, flags: [...flags, ...more] });
    },
    close,
  };
  return hub;
}

/** The sample event without its attendees, to be changed. */
export function copyPack(): string {
  const folder = createFolder();
  cpSync(samplePack, folder, { recursive: true, filter: (path) => !slowFiles.includes(basename(path)) });
  return folder;
}

export function changeFile(path: string, edit: (text: string) => string): void {
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-hub-'));
  opened.push(() => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  });
  return folder;
}

export function exportKey(publicKey: KeyObject): string {
  return publicKey.export({ format: 'jwk' }).x ?? '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export type TestKiosk = ReturnType<typeof createTestKiosk>;

/** For tests: what a kiosk does, and nothing that it does of its own accord. */
export function createTestKiosk(
  hub: TestHub,
  { certificate, hubKey, privateKey }: { certificate: KioskCertificate; hubKey: string; privateKey: KeyObject },
) {
  const { kiosk } = certificate;
  const { epoch } = hub.hub.readiness;

  function signFor(request: { method: string; path: string; body?: string }): SignatureHeaders {
    return signRequest({ body: '', ...request, keyId: kiosk, privateKey });
  }

  function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const signed = signFor({ method, path, body: text });
    return hub.ask(method, path, { ...(body !== undefined && { body: text }), headers: { ...signed, ...headers } });
  }

  const head = (sequence: number) => ({ id: v7(), event: certificate.event, kiosk, sequence });

  return {
    kiosk,
    certificate,
    hubKey,
    privateKey,
    sign: signFor,
    ask,
    send: (records: readonly unknown[], from = 1) => ask('POST', '/v1/records', { epoch, from, records }),
    seat(sequence: number, changes: Partial<SeatRecord> = {}): SeatRecord {
      const plain = {
        action: 'wait',
        session: 'forum-opening',
        claimCode: 'AAAA-0001',
        lease: null,
        cancels: null,
      } as const;
      const record = { kind: 'seat', ...head(sequence), ...plain, ...changes } as const;
      return { ...record, signature: sign(null, signedBytes(record), privateKey).toString('base64url') };
    },
    /** Sealed to the sample event's key, as a kiosk seals. */
    async registration(
      sequence: number,
      visitor: { name: string; email: string; contactIndexes?: number[] },
    ): Promise<SealedRecord> {
      const recipient = await readSealingKey(sampleSealingKey);
      if (recipient === null) throw new Error('the sample’s key cannot be sealed to');
      const envelope: SealedEnvelope = {
        kind: 'registration',
        version: 2,
        ...head(sequence),
        replaces: null,
        claimCode: `${kiosk.padEnd(4, '0').slice(0, 4)}-${String(sequence).padStart(4, '0')}`,
        purpose: 'registration',
        ticketIndex: null,
        contactIndexes: visitor.contactIndexes ?? [],
      };
      const content: Registration = {
        language: 'en',
        name: { own: visitor.name, latin: '' },
        contact: { kind: 'email', value: visitor.email },
        status: 'student',
        field: '',
        interests: [],
        talentPool: 'private',
        consent: true,
      };
      const context = { purpose: 'foyer registration', associatedData: associatedData(envelope) } as const;
      const unsigned = { ...envelope, ...(await sealJson(content, recipient, context)) };
      return { ...unsigned, signature: sign(null, signedBytes(unsigned), privateKey).toString('base64url') };
    },
  };
}

export const sampleSealingKey = 'AZ3niRLO882ruB1IGTXDOCYeZ0uKfhfFfpkJgdQk9CI';
