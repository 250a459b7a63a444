import { z } from 'zod';
import { goLiveReasons, type GoLiveReason } from '../../domain/doctor-report.ts';
import {
  staffCallNames,
  staffCalls,
  type SignInRefusal,
  type StaffCall,
  type StaffRefusal,
} from '../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { credentialsSchema, type Credentials, type Staff } from '../../domain/staff/staff-member.ts';
import { defineVerb } from './verb.ts';

export interface SignedIn {
  readonly staff: Staff;
  /** `local`: the hub is out of reach, so only what the kiosk has by itself is there. */
  readonly scope: 'hub' | 'local';
  /** Without a touch, until staff mode ends by itself. */
  readonly idleSeconds: number;
}

export interface SignInFailure {
  readonly reason: SignInRefusal;
  /** Whole; null unless `reason` is `wait`. */
  readonly waitSeconds: number | null;
}

const nothing = z.strictObject({});

/** A wrong PIN is on the disk before it is answered. The hub's token stays in the host. */
export function staffSignIn(run: (credentials: Credentials) => Promise<Result<SignedIn, SignInFailure>>) {
  return defineVerb(z.strictObject({ credentials: credentialsSchema }), ({ credentials }) => run(credentials));
}

export function staffSignOut(run: () => void) {
  return defineVerb(nothing, () => {
    run();
    return null;
  });
}

/** Somebody is still there. The answer is whether they are still signed in: the host's own clock decides. */
export function staffTouch(run: () => boolean) {
  return defineVerb(nothing, run);
}

interface GoLiveParts {
  readonly isSupervisorSignedIn: () => boolean;
  /** @returns false when the word could not be kept */
  readonly run: (reason: GoLiveReason) => boolean;
}

/** A supervisor at this kiosk lets it go live although its examination was red: the way that needs no hub. */
export function staffGoLive({ isSupervisorSignedIn, run }: GoLiveParts) {
  const input = z.strictObject({ reason: z.enum(goLiveReasons) });
  return defineVerb(input, ({ reason }): Result<null, 'supervisor-only' | 'failed'> => {
    if (!isSupervisorSignedIn()) return err('supervisor-only');
    return run(reason) ? ok(null) : err('failed');
  });
}

/** One call of the table, for the hub. What does not fit the table goes nowhere. */
export function staffCall(run: (asked: { name: StaffCall; input: unknown }) => Promise<Result<unknown, StaffRefusal>>) {
  const input = z.strictObject({ name: z.enum(staffCallNames), input: z.unknown() });
  return defineVerb(input, async ({ name, input: given }): Promise<Result<unknown, StaffRefusal>> => {
    const asked = staffCalls[name].input.safeParse(given);
    return asked.success ? run({ name, input: asked.data }) : err('bad-request');
  });
}
