import type { Logger } from 'pino';
import type { StaffCall, StaffRefusal } from '../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { staffIdleSeconds, type Credentials, type Staff, type StaffMember } from '../../domain/staff/staff-member.ts';
import type { SignedIn, SignInFailure } from '../bridge/staff.ts';
import { checkLocally } from './check-locally.ts';
import type { HubStaff } from './hub-staff.ts';
import type { StaffLock } from './staff-lock.ts';

export interface StaffDeskParts {
  readonly lock: StaffLock;
  readonly hub: HubStaff;
  /** `away`: it is not reached now; `none`: this kiosk works without one. */
  readonly readHub: () => 'there' | 'away' | 'none';
  readonly listStaff: () => readonly StaffMember[];
  readonly logger: Logger;
  /** Milliseconds without a touch until staff mode ends by itself. */
  readonly idleMilliseconds?: number;
}

/** Who of the staff is signed in at this kiosk, and what they may ask. One at a time; the page never sees the hub's token. */
export interface StaffDesk {
  signIn(credentials: Credentials): Promise<Result<SignedIn, SignInFailure>>;
  /** Also when the page was loaded anew and when the visit ends. */
  signOut(): void;
  /** Somebody is still there. */
  touch(): boolean;
  call(asked: { name: StaffCall; input: unknown }): Promise<Result<unknown, StaffRefusal>>;
  isSignedIn(): boolean;
  isSupervisor(): boolean;
  isLocked(): boolean;
  /** By the hub's order. */
  unlock(): void;
  close(): void;
}

interface Session {
  readonly staff: Staff;
  /** Null when the kiosk let them in by itself: then nothing that needs the hub is done. */
  readonly token: string | null;
}

type Judged = Result<Session, SignInFailure>;

export function createStaffDesk(parts: StaffDeskParts): StaffDesk {
  const { lock, hub, readHub, listStaff, logger, idleMilliseconds = staffIdleSeconds.kiosk * 1000 } = parts;
  let session: Session | null = null;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function end(why: 'signed-out' | 'idle' | 'ended-by-hub'): void {
    clearTimeout(timer);
    if (session === null) return;
    const { staff, token } = session;
    session = null;
    logger.info({ staff: staff.number, why }, 'staff mode left');
    if (token !== null && why !== 'ended-by-hub') void hub.signOut(token).catch(() => undefined);
  }

  function watch(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      end('idle');
    }, idleMilliseconds);
  }

  /** The hub's word when it is there, and otherwise what it told before. */
  async function judge(credentials: Credentials): Promise<Judged> {
    const state = readHub();
    if (state === 'there') {
      const answer = await hub.signIn(credentials);
      if (answer.ok) return ok({ staff: answer.value.staff, token: answer.value.token });
      const { reason } = answer.reason;
      if (reason !== 'offline' && reason !== 'storage-failed') return answer;
    }
    const members = listStaff();
    if (members.length === 0) return refuse(state === 'none' ? 'no-staff' : 'offline');
    const member = await checkLocally(credentials, members);
    if (member === null) return refuse('wrong-credentials');
    const { number, label, role } = member;
    return ok({ staff: { number, label, role }, token: null });
  }

  async function judgePin(credentials: Credentials): Promise<Judged> {
    const held = refuseByLock();
    if (held !== null) return held;
    if (!lock.count().ok) return refuse('storage-failed');
    const judged = await judge(credentials);
    if (judged.ok) return judged;
    if (judged.reason.reason === 'wrong-credentials') return refuseByLock() ?? judged;
    lock.takeBack();
    return judged;
  }

  function refuseByLock(): Result<never, SignInFailure> | null {
    const state = lock.read();
    switch (state.state) {
      case 'open':
        return null;
      case 'wait':
        return err({ reason: 'wait', waitSeconds: state.seconds });
      case 'locked':
        return refuse('staff-locked');
    }
  }

  async function signIn(credentials: Credentials): Promise<Result<SignedIn, SignInFailure>> {
    const { by } = credentials;
    // A badge holds 128 random bits, which nobody guesses: it is not counted, and opens what wrong PINs have locked.
    const judged = by === 'pin' ? await judgePin(credentials) : await judge(credentials);
    if (!judged.ok) {
      logger.warn({ by, reason: judged.reason.reason }, 'staff not signed in');
      return judged;
    }
    end('signed-out');
    lock.open();
    session = judged.value;
    watch();
    const { staff, token } = judged.value;
    const scope = token === null ? 'local' : 'hub';
    logger.info({ staff: staff.number, role: staff.role, scope, by }, 'staff signed in');
    return ok({ staff, scope, idleSeconds: idleMilliseconds / 1000 });
  }

  return {
    signIn(credentials) {
      // One after another, so that nobody gets more tries by asking them all at once.
      const turn = last.then(() => signIn(credentials));
      last = turn.catch(() => undefined);
      return turn;
    },
    signOut() {
      end('signed-out');
    },
    touch() {
      if (session === null) return false;
      watch();
      return true;
    },
    async call(asked) {
      if (session === null) return err('signed-out');
      const { token } = session;
      if (token === null) return err('offline');
      const answer = await hub.call(token, asked);
      if (!answer.ok && answer.reason === 'signed-out' && isStill(token)) end('ended-by-hub');
      return answer;
    },
    isSignedIn: () => session !== null,
    isSupervisor: () => session?.staff.role === 'supervisor',
    isLocked: () => lock.read().state === 'locked',
    unlock() {
      lock.open();
    },
    close() {
      end('signed-out');
    },
  };

  function isStill(token: string): boolean {
    return session?.token === token;
  }
}

function refuse(reason: SignInFailure['reason']): Result<never, SignInFailure> {
  return err({ reason, waitSeconds: null });
}
