import { z } from 'zod';
import type { AttendeeDetails } from '../../domain/attendee.ts';
import { languageSchema } from '../../domain/localised.ts';
import type { Result } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { defineVerb } from './verb.ts';

export type CheckInAnswer =
  | {
      readonly kind: 'attendee';
      readonly attendee: AttendeeDetails;
      readonly record: SealedRecord;
      /** This kiosk has checked the code in before, so a badge may be out already. */
      readonly isRepeat: boolean;
    }
  /** What was scanned is on a badge of this event. The kiosk cannot open what was registered with it. */
  | { readonly kind: 'claim-code'; readonly claimCode: string };

export interface CheckInRequest {
  /** UUIDv7, fixed when the code was read. */
  readonly id: string;
  readonly code: string;
  readonly language: z.infer<typeof languageSchema>;
}

/** `unknown-code`: neither a ticket of this event that has reached this kiosk, nor a claim code. */
export type CheckInFailure = 'unknown-code' | 'journal-failed' | 'other-event';

/** Opens the entry that a ticket code belongs to, and answers after the arrival is in the journal. */
export function checkIn(run: (request: CheckInRequest) => Promise<Result<CheckInAnswer, CheckInFailure>>) {
  const input = z.strictObject({ id: z.uuidv7(), code: z.string().min(1).max(1024), language: languageSchema });
  return defineVerb(input, run);
}
