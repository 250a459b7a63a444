import type { Server } from 'node:https';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignInAnswer } from '../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { credentialsSchema, staffIdleSeconds, staffSchema } from '../../domain/staff/staff-member.ts';
import { admitKiosk, parseJson, type RouteContext } from '../api/add-routes.ts';
import { rawBody } from '../api/authenticate.ts';
import { sendRefusal } from '../api/error-answers.ts';
import { refuse, type Refusal } from '../api/refusal.ts';
import type { Sessions } from './sessions.ts';
import type { Place, SignIn, SignInRefused } from './sign-in.ts';
import { clearCookie, comesFromOwnPage, setCookie } from './staff-cookie.ts';

/**
 * POST and DELETE /v1/staff-sessions. No `Route`, because a kiosk and a browser ask differently: the kiosk signs and gets the token in the
 * answer, the browser gets it in a cookie that no script can read.
 */
export function addStaffSessions(
  server: FastifyInstance<Server>,
  context: RouteContext,
  { sessions, signIn }: { sessions: Sessions; signIn: SignIn },
): void {
  server.post('/v1/staff-sessions', async (request, reply) => {
    const place = await findPlace(request, context);
    if (!place.ok) return sendRefusal(reply, place.reason);
    const json = parseJson(rawBody(request));
    const credentials = credentialsSchema.safeParse(json.ok ? json.value : null);
    if (!credentials.success) return sendRefusal(reply, refuse('bad-request'));
    const signedIn = await signIn(credentials.data, place.value);
    if (!signedIn.ok) return sendRefusal(reply, toRefusal(signedIn.reason));
    const { kiosk } = place.value;
    const token = sessions.open(signedIn.value, kiosk);
    const { number, label, role } = signedIn.value;
    const staff = staffSchema.parse({ number, label, role });
    void reply.header('cache-control', 'no-store');
    if (kiosk === null) setCookie(reply, token);
    const answer: SignInAnswer =
      kiosk === null
        ? { staff, idleSeconds: staffIdleSeconds.browser }
        : { staff, idleSeconds: staffIdleSeconds.kiosk, token };
    return reply.send(answer);
  });

  server.delete('/v1/staff-sessions', async (request, reply) => signOut(request, reply));

  async function signOut(request: FastifyRequest, reply: FastifyReply) {
    const read = await context.staff.readToken(request, context);
    if (!read.ok) return sendRefusal(reply, read.reason);
    const { token, kiosk } = read.value;
    const session = sessions.find(token, kiosk);
    if (session !== null) {
      // Signed out whether or not it can be noted: nobody stays in because a disk is full.
      sessions.close(token);
      await context.store.audit.append({ session, action: 'sign-out', subjects: [] });
    }
    if (kiosk === null) clearCookie(reply);
    return reply.send({});
  }
}

async function findPlace(request: FastifyRequest, context: RouteContext): Promise<Result<Place, Refusal>> {
  const { limits, touch } = context;
  if (request.headers['signature-input'] !== undefined) {
    const signer = await admitKiosk(request, context);
    if (!signer.ok) return signer;
    const { kiosk } = signer.value;
    const allowed = await limits.signIn(request, `kiosk ${kiosk}`);
    if (!allowed.ok) return allowed;
    touch(kiosk);
    return ok({ kiosk, address: request.ip });
  }
  const allowed = await limits.signIn(request, request.ip);
  if (!allowed.ok) return allowed;
  // Nobody is signed in by a page elsewhere, either: they would work under somebody else's name.
  return comesFromOwnPage(request.headers) ? ok({ kiosk: null, address: request.ip }) : err(refuse('not-allowed'));
}

function toRefusal(refused: SignInRefused): Refusal {
  if (refused.code !== 'wait') return refuse(refused.code);
  return { ...refuse('wait', { seconds: refused.seconds }), retryAfter: refused.seconds };
}
