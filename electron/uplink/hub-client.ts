import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import { fetch, type Response } from 'undici';
import { v4 as createRequestId } from 'uuid';
import type { z } from 'zod';
import { signRequest } from '../../domain/protocol/signing.ts';
import { outOfSequenceSchema, type KioskState } from '../../domain/protocol/records.ts';
import { hubErrorSchema, type HubErrorCode } from '../../domain/protocol/words.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { parseRetryAfter } from '../../domain/sync/backoff.ts';
import { describeAddress, type HubAddress } from './hub-target.ts';
import { createPinnedPool, type Patience } from './pinned-pool.ts';

/** Why a question to the hub has no answer. */
export interface HubFailure {
  /** The hub's own word; null when nothing that is a hub answers, a captive portal's page included. */
  readonly word: HubErrorCode | null;
  /** Milliseconds that the hub asks to wait. */
  readonly retryAfter?: number | undefined;
  /** Where the hub is, when it says `out-of-sequence`. */
  readonly outOfSequence?: KioskState;
  /** What came with the refusal, for questions that have more words than `word` knows. */
  readonly body?: unknown;
}

export interface Question<Answer> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With the query. */
  readonly path: string;
  readonly body?: unknown;
  /** Beside those of the signature, which does not cover them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer: z.ZodType<Answer>;
  readonly signal?: AbortSignal;
}

export interface HubClient {
  ask<Answer>(question: Question<Answer>): Promise<Result<Answer, HubFailure>>;
  /** An answer that goes on: its bytes, until it ends. The failure of one that breaks off is thrown. */
  listen(path: string, signal: AbortSignal): Promise<Result<AsyncIterable<Uint8Array>, HubFailure>>;
  close(): Promise<void>;
}

export interface HubClientParts {
  readonly address: HubAddress;
  /** Of the SHA-256 of the SubjectPublicKeyInfo of whoever answers there. */
  readonly isPinned: (digest: Uint8Array) => boolean;
  /** Null for the one request that nobody can sign yet, the enrolment. */
  readonly signer: { readonly kiosk: string; readonly privateKey: KeyObject } | null;
  readonly limits?: Patience;
  /** Gets a line for each request, with the id under which the hub's own log has it. */
  readonly logger?: Logger;
}

export function createHubClient({ address, isPinned, signer, limits, logger }: HubClientParts): HubClient {
  const pool = createPinnedPool(address, { isPinned, ...(limits && { limits }) });
  const origin = `https://${describeAddress(address)}`;

  async function send({
    method,
    path,
    body,
    headers,
    signal,
  }: Omit<Question<unknown>, 'answer'>): Promise<Response | null> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const signed =
      signer === null
        ? {}
        : signRequest({ method, path, body: text, keyId: signer.kiosk, privateKey: signer.privateKey });
    const requestId = createRequestId();
    const begin = performance.now();
    const response = await fetch(`${origin}${path}`, {
      method,
      dispatcher: pool,
      redirect: 'manual',
      headers: {
        ...signed,
        ...headers,
        'x-request-id': requestId,
        ...(text !== '' && { 'content-type': 'application/json' }),
      },
      ...(text !== '' && { body: text }),
      ...(signal && { signal }),
    }).catch(() => null);
    const [route = ''] = path.split('?');
    const milliseconds = Math.round(performance.now() - begin);
    const level = isWorthALine({ method, path: route }) && response !== null ? 'info' : 'debug';
    logger?.[level]({ requestId, method, route, status: response?.status ?? null, milliseconds }, 'asked the hub');
    return response;
  }

  return {
    async ask(question) {
      const response = await send(question);
      const body = response === null ? undefined : await readJson(response);
      if (response?.ok !== true) return err(readFailure(response, body));
      const answer = question.answer.safeParse(body);
      return answer.success ? ok(answer.data) : err({ word: null });
    },
    async listen(path, signal) {
      const response = await send({ method: 'GET', path, signal });
      // A portal's page is an answer that goes on, too.
      const isStream = response?.headers.get('content-type')?.startsWith('text/event-stream') === true;
      if (response?.ok !== true || response.body === null || !isStream) {
        return err(readFailure(response, response === null ? undefined : await readJson(response)));
      }
      return ok(response.body);
    },
    close: () => pool.destroy(),
  };
}

/** What happens now and then; a report every ten seconds, or a try every minute while the hub is away, is none. */
export function isWorthALine({ method, path }: { method: string; path: string }): boolean {
  return method !== 'GET' && path !== '/v1/reports';
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function readFailure(response: Response | null, body: unknown): HubFailure {
  const retryAfter = parseRetryAfter(response?.headers.get('retry-after'));
  const outOfSequence = outOfSequenceSchema.safeParse(body);
  if (outOfSequence.success) return { word: 'out-of-sequence', retryAfter, outOfSequence: outOfSequence.data };
  const refusal = hubErrorSchema.safeParse(body);
  return { word: refusal.success ? refusal.data.error : null, retryAfter, body };
}
