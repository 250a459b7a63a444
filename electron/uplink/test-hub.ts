import 'reflect-metadata';
import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { X509CertificateGenerator } from '@peculiar/x509';
import { kioskRecordSchema, type KioskRecord } from '../../domain/kiosk-record.ts';
import { certificateBytes, toFingerprint, type KioskCertificate } from '../../domain/protocol/enrolment.ts';
import { eraseOrderBytes, type EraseOrder } from '../../domain/protocol/erase-order.ts';
import { purgeOrderBytes, type FeedPage, type PurgeOrder } from '../../domain/protocol/feed.ts';
import {
  kioskReportSchema,
  orderResultRequestSchema,
  type KioskOrder,
  type KioskReport,
  type OrderResult,
} from '../../domain/protocol/kiosk-report.ts';
import { recordsRequestSchema } from '../../domain/protocol/records.ts';
import { verifyRequest } from '../../domain/protocol/signing.ts';
import type { HubErrorCode } from '../../domain/protocol/words.ts';
import { hubErrors } from '../../domain/protocol/words.ts';
import type { HubAddress } from './hub-target.ts';

/** What a network or a hub may do to the next request. */
export type Mishap = 'lose-answer' | 'portal' | 'hang' | HubErrorCode;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** For tests: the protocol of a hub over real TLS, with a memory for a database, and with mishaps. */
export async function startTestHub() {
  const keys = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=test hub',
    notAfter: new Date(Date.now() + 864e5),
    signingAlgorithm: ecdsa,
    keys,
  });
  const exported = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const key = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(exported).toString('base64')}\n-----END PRIVATE KEY-----\n`;
  const digest = createHash('sha256')
    .update(Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey)))
    .digest();
  const hub = createHubState();
  const server = createServer({ key, cert: certificate.toString('pem') }, (request, response) => {
    void serve(hub, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    ...hub,
    pin: digest.toString('base64url'),
    fingerprint: toFingerprint(digest),
    address: { host: '127.0.0.1', port } satisfies HubAddress,
    async close() {
      for (const stream of hub.streams) stream.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type TestHub = Awaited<ReturnType<typeof startTestHub>>;

function createHubState() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const hubKey = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  const signText = (bytes: Uint8Array) => sign(null, bytes, privateKey).toString('base64url');
  const state = {
    epoch: randomUUID() as string,
    secret: '',
    /** Every request's method and path, in order. */
    asked: [] as string[],
    /** By sequence; null for what is no record. */
    records: new Map<number, KioskRecord | null>(),
    rejected: new Map<number, 'bad-signature' | 'no-lease'>(),
    pages: new Map<string, FeedPage>(),
    leases: [] as { id: string; session: string; seats: number; returned: number }[],
    reported: [] as unknown[],
    reports: [] as KioskReport[],
    /** Handed out with the next report, once. */
    orders: [] as KioskOrder[],
    results: new Map<string, OrderResult>(),
    seats: Infinity,
    /** Applied to the paths that begin so, until they are taken away. */
    mishaps: new Map<string, Mishap>(),
    kiosks: new Map<string, KeyObject>(),
  };
  const streams = new Set<ServerResponse>();
  function certify(kiosk: string, publicKey: string): KioskCertificate {
    const unsigned = { epoch: state.epoch, event: 'event-1', kiosk, position: kiosk, publicKey };
    return { ...unsigned, signature: signText(certificateBytes(unsigned)) };
  }
  return {
    state,
    streams,
    hubKey,
    certify,
    order(purpose: PurgeOrder['purpose']): PurgeOrder {
      const unsigned = { id: randomUUID() as string, event: 'event-1', purpose };
      return { ...unsigned, signature: signText(purgeOrderBytes(unsigned)) };
    },
    eraseOrder(records: string[]): EraseOrder {
      const unsigned = { id: randomUUID() as string, event: 'event-1', records };
      return { ...unsigned, signature: signText(eraseOrderBytes(unsigned)) };
    },
    /** The disk is lost: another epoch, and nothing that was sent. */
    forget() {
      state.epoch = randomUUID();
      state.records.clear();
    },
    announce() {
      for (const stream of streams) stream.write('event: news\ndata:\n\n');
    },
    askKiosk(...orders: KioskOrder[]) {
      state.orders.push(...orders);
      for (const stream of streams) stream.write('event: orders\ndata:\n\n');
    },
  };
}

type HubState = ReturnType<typeof createHubState>;

async function serve(hub: HubState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url: path = '', headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  hub.state.asked.push(`${method} ${path}`);
  const mishap = [...hub.state.mishaps].find(([prefix]) => path.startsWith(prefix))?.[1];
  if (mishap === 'hang') return;
  if (mishap === 'portal') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome to the venue</h1>');
    return;
  }
  const isSigned = await verifyRequest({ method, path, body, headers }, (name) => hub.state.kiosks.get(name) ?? null);
  const needsNone = path === '/v1/enrolments';
  const answer = isRefusal(mishap)
    ? refuse(mishap)
    : isSigned.ok || needsNone
      ? answerQuestion(hub, `${method} ${path.split('?')[0] ?? ''}`, { path, body: parse(body) })
      : refuse('unknown-kiosk');
  if (mishap === 'lose-answer') {
    response.destroy();
    return;
  }
  if (answer === null) {
    hub.streams.add(response);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
}

function isRefusal(mishap: Mishap | undefined): mishap is HubErrorCode {
  return mishap !== undefined && Object.hasOwn(hubErrors, mishap);
}

function refuse(error: HubErrorCode, more: object = {}): Answer {
  return { status: hubErrors[error], body: { error, ...more } };
}

function parse(body: Buffer): unknown {
  return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
}

/** null opens the stream of news. */
function answerQuestion(hub: HubState, what: string, { path, body }: { path: string; body: unknown }): Answer | null {
  const { state } = hub;
  const next = () => state.records.size + 1;
  switch (what) {
    case 'POST /v1/enrolments': {
      const { secret, publicKey, position } = body as { secret: string; publicKey: string; position: string | null };
      if (secret !== state.secret) return refuse('wrong-code');
      const name = position ?? 'K9';
      state.kiosks.set(name, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' }));
      return { status: 200, body: { certificate: hub.certify(name, publicKey), hubKey: hub.hubKey } };
    }
    case 'POST /v1/readmissions': {
      const { certificate } = body as { certificate: KioskCertificate };
      state.mishaps.clear();
      const renewed = hub.certify(certificate.kiosk, certificate.publicKey);
      return { status: 200, body: { certificate: renewed, hubKey: hub.hubKey } };
    }
    case 'GET /v1/kiosk':
      return { status: 200, body: { epoch: state.epoch, nextSequence: next() } };
    case 'POST /v1/records': {
      const { epoch, from, records } = recordsRequestSchema.parse(body);
      if (epoch !== state.epoch || from > next()) {
        return refuse('out-of-sequence', { epoch: state.epoch, nextSequence: next() });
      }
      const answers = records.map((record, at) => {
        const sequence = from + at;
        if (state.records.has(sequence)) return { result: 'duplicate' };
        const read = kioskRecordSchema.nullable().parse(record);
        const reason = read === null ? 'malformed' : state.rejected.get(sequence);
        state.records.set(sequence, reason === undefined ? read : null);
        return reason === undefined ? { result: 'accepted' } : { result: 'rejected', reason };
      });
      return { status: 200, body: { epoch: state.epoch, answers, nextSequence: next() } };
    }
    case 'GET /v1/feed': {
      const cursor = new URL(path, 'https://hub.invalid').searchParams.get('cursor') ?? '';
      const page = state.pages.get(cursor) ?? { cursor: cursor || 'none', reset: false, complete: true, changes: [] };
      return { status: 200, body: page };
    }
    case 'POST /v1/leases': {
      const { id, session, seats: wanted } = body as { id: string; session: string; seats: number };
      const known = state.leases.find((lease) => lease.id === id);
      if (known !== undefined) return { status: 200, body: known };
      const seats = Math.min(wanted, state.seats);
      state.seats -= seats;
      const lease = { id, session, seats, returned: 0 };
      state.leases.push(lease);
      return { status: 200, body: lease };
    }
    case 'POST /v1/leases/return': {
      const { id, returned } = body as { id: string; returned: number };
      const lease = state.leases.find((each) => each.id === id);
      if (lease === undefined) return refuse('not-found');
      state.seats += Math.max(0, returned - lease.returned);
      lease.returned = Math.max(lease.returned, returned);
      return { status: 200, body: lease };
    }
    case 'POST /v1/leases/report':
      state.reported.push(body);
      return { status: 200, body };
    case 'POST /v1/reports':
      state.reports.push(kioskReportSchema.parse(body));
      return { status: 200, body: { orders: state.orders.splice(0) } };
    case 'POST /v1/order-results': {
      const { id, result } = orderResultRequestSchema.parse(body);
      state.results.set(id, result);
      return { status: 200, body: {} };
    }
    case 'GET /v1/news':
      return null;
    default:
      return refuse('not-found');
  }
}
