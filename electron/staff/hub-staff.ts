import { z } from 'zod';
import {
  signInAnswerSchema,
  signInRefusals,
  staffCalls,
  staffRefusals,
  type StaffCall,
  type StaffRefusal,
} from '../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Credentials } from '../../domain/staff/staff-member.ts';
import type { SignInFailure } from '../bridge/staff.ts';
import type { HubClient, HubFailure } from '../uplink/hub-client.ts';

/** Staff at the hub, through this kiosk: requests carry the kiosk's signature and the session's token. */
export interface HubStaff {
  /** `offline`: no hub answers, or not within some seconds. */
  signIn(credentials: Credentials): Promise<Result<HubSession, SignInFailure>>;
  signOut(token: string): Promise<void>;
  call(token: string, asked: { name: StaffCall; input: unknown }): Promise<Result<unknown, StaffRefusal>>;
}

const sessionSchema = signInAnswerSchema.required({ token: true });
export type HubSession = z.infer<typeof sessionSchema>;

const refusedSignInSchema = z.object({ error: z.enum(signInRefusals), seconds: z.int().min(1).optional() });
const refusedCallSchema = z.object({ error: z.enum(staffRefusals) });
/** All answers are objects; a captive portal's page is none. */
const anythingSchema = z.looseObject({});

/** Milliseconds. Whoever stands at a kiosk waits no longer before the kiosk looks for itself. */
const longestSignIn = 5000;

export function createHubStaff(client: Pick<HubClient, 'ask'>): HubStaff {
  const withToken = (token: string) => ({ authorization: `Staff ${token}` });
  return {
    async signIn(credentials) {
      const signal = AbortSignal.timeout(longestSignIn);
      const path = '/v1/staff-sessions';
      const answer = await client.ask({ method: 'POST', path, body: credentials, answer: sessionSchema, signal });
      return answer.ok ? answer : err(readSignInFailure(answer.reason));
    },
    async signOut(token) {
      const question = { method: 'DELETE', path: '/v1/staff-sessions', answer: anythingSchema } as const;
      await client.ask({ ...question, headers: withToken(token) });
    },
    async call(token, { name, input }) {
      const path = `/v1/staff/${name}`;
      const headers = withToken(token);
      const answer = await client.ask({ method: 'POST', path, body: input, answer: anythingSchema, headers });
      if (!answer.ok) return err(readCallFailure(answer.reason));
      const read = staffCalls[name].answer.safeParse(answer.value);
      return read.success ? ok(read.data) : err('failed');
    },
  };
}

function readSignInFailure({ body }: HubFailure): SignInFailure {
  const refused = refusedSignInSchema.safeParse(body);
  if (!refused.success) return { reason: 'offline', waitSeconds: null };
  const { error, seconds } = refused.data;
  return { reason: error, waitSeconds: error === 'wait' ? (seconds ?? 1) : null };
}

function readCallFailure({ word, body }: HubFailure): StaffRefusal {
  const refused = refusedCallSchema.safeParse(body);
  if (refused.success) return refused.data.error;
  return word === null ? 'offline' : 'failed';
}
