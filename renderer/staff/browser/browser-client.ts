import { z } from 'zod';
import {
  signInAnswerSchema,
  signInRefusals,
  staffCalls,
  staffRefusals,
  type StaffAnswer,
  type StaffCall,
  type StaffInput,
  type StaffRefusal,
} from '../../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import { staffIdleSeconds } from '../../../domain/staff/staff-member.ts';
import { createIdleWatch } from '../idle-watch.ts';
import type { SignedIn, SignInFailure, StaffClient } from '../staff-client.ts';

export interface BrowserParts {
  /** `fetch`, with its answer's body as text. */
  readonly ask: (path: string, options: { method: 'POST' | 'DELETE'; body: string | null }) => Promise<Answered>;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** As `setInterval`. @returns stops it */
  readonly every: (milliseconds: number, action: () => void) => () => void;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  /** Seconds, of the header Retry-After; null when it is not there. */
  readonly retryAfter: number | null;
}

export interface BrowserClient extends StaffClient {
  /** Who is signed in already, by the cookie of before; null when nobody is. */
  resume(): Promise<SignedIn | null>;
}

const signInBody = z.object({
  error: z.enum(signInRefusals),
  /** To wait, when it is that. */
  seconds: z.number().optional(),
});
const refusalBody = z.object({ error: z.enum(staffRefusals) });
const sessionPath = '/v1/staff-sessions';
const lookEveryMilliseconds = 5000;

/** The hub that served the page, asked from any browser. The session is a cookie that no script can read. */
export function createBrowserClient({ ask, now, every }: BrowserParts): BrowserClient {
  const watch = createIdleWatch({
    ...{ now, every, lookEveryMilliseconds },
    onIdle: () => void ask(sessionPath, { method: 'DELETE', body: null }).catch(() => undefined),
  });

  async function call<Name extends StaffCall>(
    name: Name,
    input: StaffInput<Name>,
  ): Promise<Result<StaffAnswer<Name>, StaffRefusal>> {
    const answered = await ask(`/v1/staff/${name}`, { method: 'POST', body: JSON.stringify(input) }).catch(() => null);
    if (answered === null) return err('offline');
    const body = parseJson(answered.body);
    if (answered.status === 200) {
      const answer = staffCalls[name].answer.safeParse(body);
      // A hub of another version.
      return answer.success ? ok(answer.data as StaffAnswer<Name>) : err('bad-request');
    }
    const refusal = refusalBody.safeParse(body);
    // What is no hub, a captive portal for one, says nothing that is in the table.
    const reason = refusal.success ? refusal.data.error : answered.status >= 500 ? 'unavailable' : 'failed';
    if (reason === 'signed-out') watch.end('signed-out');
    return err(reason);
  }

  return {
    place: 'browser',
    local: null,
    call,
    async signIn(credentials) {
      const answered = await ask(sessionPath, { method: 'POST', body: JSON.stringify(credentials) }).catch(() => null);
      if (answered === null) return err<SignInFailure>({ reason: 'offline', waitSeconds: null });
      const body = parseJson(answered.body);
      const answer = signInAnswerSchema.safeParse(body);
      if (answered.status === 200 && answer.success) {
        const { staff, idleSeconds } = answer.data;
        watch.begin(idleSeconds);
        return ok({ staff, scope: 'hub', idleSeconds });
      }
      return err(toFailure(answered, body));
    },
    async signOut() {
      watch.end(null);
      await ask(sessionPath, { method: 'DELETE', body: null }).catch(() => undefined);
    },
    async resume() {
      const me = await call('me', {});
      if (!me.ok) return null;
      const idleSeconds = staffIdleSeconds.browser;
      watch.begin(idleSeconds);
      return { staff: me.value.staff, scope: 'hub', idleSeconds };
    },
    touch: () => {
      watch.touch();
    },
    onEnded: (listener) => watch.onEnded(listener),
  };
}

function toFailure({ status, retryAfter }: Answered, body: unknown): SignInFailure {
  const refusal = signInBody.safeParse(body);
  if (!refusal.success) {
    if (status === 429) return { reason: 'too-many-requests', waitSeconds: null };
    return { reason: status >= 500 ? 'storage-failed' : 'offline', waitSeconds: null };
  }
  const { error, seconds } = refusal.data;
  return { reason: error, waitSeconds: error === 'wait' ? (seconds ?? retryAfter) : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
