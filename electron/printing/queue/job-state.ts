import { z } from 'zod';
import { attributesOf } from './ipp-attributes.ts';
import type { IppMessage } from './ipp-message.ts';

/** What Get-Job-Attributes is asked for. */
export const jobAttributes = ['job-id', 'job-state', 'job-state-reasons', 'time-at-processing'] as const;

export interface QueueJob {
  readonly id: number;
  readonly state: 'pending' | 'processing' | 'stopped' | 'cancelled' | 'aborted' | 'completed';
  /** A dot of it may be on paper. */
  readonly hasBegun: boolean;
  /** Completed, and not "with errors". */
  readonly isSuccessful: boolean;
}

// RFC 8011, section 5.3.7.
const states = {
  3: 'pending',
  4: 'pending',
  5: 'processing',
  6: 'stopped',
  7: 'cancelled',
  8: 'aborted',
  9: 'completed',
} as const;

const schema = z.object({
  'job-id': z.tuple([z.int().min(1)]),
  'job-state': z.tuple([z.int().min(3).max(9)]),
  'job-state-reasons': z.array(z.string()).catch([]),
  /** Empty, "no value", as long as it has not begun (section 5.3.14.2). */
  'time-at-processing': z.array(z.unknown()).or(z.undefined()).catch(undefined),
});

/** Null: the answer says nothing about a job. */
export function readJob(message: IppMessage): QueueJob | null {
  const read = schema.safeParse(attributesOf(message, 'job'));
  if (!read.success) return null;
  const attributes = read.data;
  const state = states[attributes['job-state'][0] as keyof typeof states];
  const processingSince = attributes['time-at-processing'];
  return {
    id: attributes['job-id'][0],
    state,
    // One that does not say when it began may have begun, once it is no longer pending.
    hasBegun: processingSince === undefined ? state !== 'pending' : processingSince.length > 0,
    isSuccessful: state === 'completed' && !attributes['job-state-reasons'].some((reason) => /errors?$/u.test(reason)),
  };
}

export function hasEnded({ state }: QueueJob): boolean {
  return state === 'cancelled' || state === 'aborted' || state === 'completed';
}
