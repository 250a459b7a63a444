import type {} from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Server } from 'node:https';
import { err, ok, type Result } from '../../domain/result.ts';
import { refuse, type Refusal } from './refusal.ts';

export interface LimitOptions {
  /** Of one kiosk. */
  readonly requestsPerMinute: number;
  /** From one address. */
  readonly enrolmentsPerMinute: number;
}

/** Requests from one address a minute that need no signature, or whose signature or token does not hold. */
const openPerMinute = 600;
const failuresPerMinute = 120;
/** Of one member of staff at one place, whose page asks every few seconds and at each key of a search. */
const callsPerMinute = 600;
/** From one address: a page in Chinese asks for a hundred slices of its font the first time. */
const filesPerMinute = 6000;
/** From one kiosk or address. */
const signInsPerMinute = 60;

export type Limit = (request: FastifyRequest, key: string) => Promise<Result<void, Refusal>>;

/**
 * Counts by the name that was proved, and not by the name in the header: with that anybody could use up a kiosk's share.
 * Call it after `@fastify/rate-limit` is registered.
 */
export function createLimits(server: FastifyInstance<Server>, options: LimitOptions) {
  function limit(max: number): Limit {
    const keys = new WeakMap<FastifyRequest, string>();
    const count = server.createRateLimit({
      max,
      timeWindow: '1 minute',
      keyGenerator: (request) => keys.get(request) ?? request.ip,
    });
    return async (request, key) => {
      keys.set(request, key);
      const counted = await count(request);
      if (counted.isAllowed || !counted.isExceeded) return ok();
      return err({ ...refuse('too-many-requests'), retryAfter: Math.max(1, counted.ttlInSeconds) });
    };
  }
  return {
    kiosk: limit(options.requestsPerMinute),
    enrolment: limit(options.enrolmentsPerMinute),
    open: limit(openPerMinute),
    failure: limit(failuresPerMinute),
    staff: limit(callsPerMinute),
    page: limit(filesPerMinute),
    signIn: limit(signInsPerMinute),
  };
}
export type Limits = ReturnType<typeof createLimits>;
