import { z } from 'zod';
import type { Result } from '../../domain/result.ts';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
import type { StaffSession } from '../staff/staff-session.ts';
import type { Kiosk } from '../store/store.ts';
import type { Refusal } from './refusal.ts';

/** JSON that is text already; it is sent as it is. The type says what stands in it. */
export class JsonText<Value> {
  /** Never there: it only carries the type. */
  declare readonly value: Value;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A file for the operator, sent bit by bit. */
export class Download {
  readonly contentType: string;
  readonly parts: AsyncIterable<string>;

  constructor(contentType: string, parts: AsyncIterable<string>) {
    this.contentType = contentType;
    this.parts = parts;
  }
}

export interface Asked<Body, Query> {
  readonly body: Body;
  readonly query: Query;
  readonly requestId: string;
}

interface RouteOptions<Body extends z.ZodType, Query extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Of a POST. */
  readonly body?: Body;
  readonly query?: Query;
  /** Bytes; otherwise `bodyLimit` of the server. */
  readonly bodyLimit?: number;
  /** Answers are worth compressing. */
  readonly isLarge?: boolean;
  /** Few of them are asked for by one address. */
  readonly isScarce?: boolean;
}

/** Who may ask: anybody, a kiosk by its signature, staff who are signed in, the operator by the token, or whoever the request's own body proves. */
type Access<Body, Query, Output> =
  | { readonly access: 'open'; answer(asked: Asked<Body, Query>): Promise<Result<Output, Refusal>> }
  | { readonly access: 'kiosk'; answer(asked: Asked<Body, Query>, kiosk: Kiosk): Promise<Result<Output, Refusal>> }
  | {
      readonly access: 'staff';
      readonly roles: readonly StaffRole[];
      answer(asked: Asked<Body, Query>, session: StaffSession): Promise<Result<Output, Refusal>>;
    }
  | { readonly access: 'operator'; answer(asked: Asked<Body, Query>): Promise<Result<Output, Refusal>> }
  | {
      readonly access: 'self-signed';
      /** The name and Ed25519 key that the body claims; the request has to be signed with it. */
      signer(body: Body): { readonly keyId: string; readonly publicKey: string };
      answer(asked: Asked<Body, Query>): Promise<Result<Output, Refusal>>;
    };

/** One thing that can be asked over HTTP. */
export type Route<Body = unknown, Query = unknown, Output = unknown> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: z.ZodType<Body>;
  readonly query: z.ZodType<Query>;
  readonly bodyLimit: number | null;
  readonly isLarge: boolean;
  readonly isScarce: boolean;
} & Access<Body, Query, Output>;

const nothing = z.strictObject({});

/** Checks body and query by their schemas before anything is done; the types of both and of the answer follow. */
export function defineRoute<Output, Body extends z.ZodType = typeof nothing, Query extends z.ZodType = typeof nothing>(
  options: RouteOptions<Body, Query> & Access<z.output<Body>, z.output<Query>, Output>,
): Route<z.output<Body>, z.output<Query>, Output> {
  const { body = nothing, query = nothing, bodyLimit = null, isLarge = false, isScarce = false } = options;
  return {
    ...options,
    body: body as z.ZodType<z.output<Body>>,
    query: query as z.ZodType<z.output<Query>>,
    bodyLimit,
    isLarge,
    isScarce,
  };
}
