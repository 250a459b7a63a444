import type { FastifyRequest } from 'fastify';
import { admitKiosk, failed, type RouteContext } from '../api/add-routes.ts';
import { refuse, type Refusal } from '../api/refusal.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Store } from '../store/store.ts';
import type { Sessions } from './sessions.ts';
import { comesFromOwnPage, readCookie } from './staff-cookie.ts';
import type { StaffSession } from './staff-session.ts';

/** Lets those in who are signed in. */
export interface StaffGate {
  admit(request: FastifyRequest, context: RouteContext): Promise<Result<StaffSession, Refusal>>;
  /** The token of a request and the kiosk that it comes through, proved; the session need not be there any more. */
  readToken(
    request: FastifyRequest,
    context: RouteContext,
  ): Promise<Result<{ token: string; kiosk: string | null }, Refusal>>;
}

export function createStaffGate({ store, sessions }: { store: Store; sessions: Sessions }): StaffGate {
  /** From a browser the cookie, which only the hub's own page may use; from a kiosk a header, and the kiosk's signature. */
  async function readToken(request: FastifyRequest, context: RouteContext) {
    const { headers } = request;
    const given = /^Staff ([A-Za-z0-9_-]{43})$/.exec(headers.authorization ?? '')?.[1];
    if (given !== undefined) {
      const signer = await admitKiosk(request, context);
      if (!signer.ok) return signer;
      context.touch(signer.value.kiosk);
      return ok({ token: given, kiosk: signer.value.kiosk });
    }
    const token = readCookie(request);
    if (token === null || !comesFromOwnPage(headers)) return failed(request, context.limits, refuse('signed-out'));
    return ok({ token, kiosk: null });
  }

  return {
    readToken,
    async admit(request, context) {
      const read = await readToken(request, context);
      if (!read.ok) return read;
      const { token, kiosk } = read.value;
      const session = sessions.find(token, kiosk);
      if (session === null) return failed(request, context.limits, refuse('signed-out'));
      // Asked each time, so that a removal or a new PIN holds from the next call on, at every process.
      const member = await store.staff.find(session.staff.number);
      if (!member.ok) return err(refuse(member.reason));
      if (member.value?.pin.salt !== session.pinSalt) {
        sessions.close(token);
        return err(refuse('signed-out'));
      }
      const allowed = await context.limits.staff(request, `${session.staff.number} ${kiosk ?? ''}`);
      return allowed.ok ? ok(session) : allowed;
    },
  };
}
