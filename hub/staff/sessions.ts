import { createHash } from 'node:crypto';
import { staffIdleSeconds, type StaffMember } from '../../domain/staff/staff-member.ts';
import type { StaffSession } from './staff-session.ts';

/** More than any event has at once; the one that was idle longest goes. */
const mostSessions = 500;

/** An open session, and the PIN that its member had then: a new PIN ends what was opened before it. */
export interface OpenSession extends StaffSession {
  readonly pinSalt: string;
}

/** Who is signed in. In memory only: a hub that starts again knows nobody, and a copy of its disk signs nobody in. */
export interface Sessions {
  /** @returns the token, 256 bits, of which only the SHA-256 is kept */
  open(member: StaffMember, kiosk: string | null): string;
  /** Null when there is none, it was idle for too long, or it belongs elsewhere. Finding it counts as use. */
  find(token: string, kiosk: string | null): OpenSession | null;
  close(token: string): void;
}

/**
 * @param elapsed milliseconds by a clock that only goes forward
 */
export function createSessions({
  elapsed,
  random,
}: {
  elapsed: () => number;
  random: (size: number) => Uint8Array;
}): Sessions {
  /** By the token's hash, the one that was used last at the end. */
  const sessions = new Map<string, { session: OpenSession; used: number }>();

  function dropIdle(): void {
    for (const [key, { used }] of sessions) {
      if (elapsed() - used < longestIdle && sessions.size < mostSessions) return;
      sessions.delete(key);
    }
  }

  return {
    open({ number, label, role, pin }, kiosk) {
      dropIdle();
      const token = Buffer.from(random(32)).toString('base64url');
      const session = { staff: { number, label, role }, kiosk, pinSalt: pin.salt };
      sessions.set(hashToken(token), { session, used: elapsed() });
      return token;
    },
    find(token, kiosk) {
      const key = hashToken(token);
      const found = sessions.get(key);
      if (found?.session.kiosk !== kiosk) return null;
      sessions.delete(key);
      if (elapsed() - found.used >= longestIdle) return null;
      sessions.set(key, { ...found, used: elapsed() });
      return found.session;
    },
    close(token) {
      sessions.delete(hashToken(token));
    },
  };
}

/**
 * For kiosks, too, because the hub hears of calls and not of touches: somebody who types a registration for two minutes is not idle. A
 * kiosk leaves staff mode by itself after its own time, and tells.
 */
const longestIdle = staffIdleSeconds.browser * 1000;

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
