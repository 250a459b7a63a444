import { z } from 'zod';
import { registrationSchema } from '../../domain/registration.ts';
import type { Result } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { RegisterFailure, RegisterRequest } from '../journal/registrar.ts';
import { defineVerb } from './verb.ts';

/**
 * Answers only after the journal's commit. An id that the journal has already returns its record, so that a renderer that lost the
 * answer may ask again. `kiosk-closed`: it takes no visitors, and nobody's visit was on when it closed.
 */
export function register(
  run: (request: RegisterRequest) => Promise<Result<SealedRecord, RegisterFailure | 'kiosk-closed'>>,
) {
  const input = z.strictObject({
    /** Fixed when the visitor starts. */
    id: z.uuidv7(),
    /** The record that this one corrects; it keeps that one's claim code. */
    replaces: z.uuidv7().nullable(),
    registration: registrationSchema,
  });
  return defineVerb(input, run);
}
