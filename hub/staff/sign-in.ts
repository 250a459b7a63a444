import type { SignInRefusal } from '../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { createQueue, hashStaffBadge, isPin } from '../../domain/staff/check-credentials.ts';
import type { Credentials, StaffMember } from '../../domain/staff/staff-member.ts';
import type { Store } from '../store/store.ts';
import type { LockOut, Waiting } from './lock-out.ts';

/** Where somebody signs in: by a kiosk's name, or an address. */
export interface Place {
  readonly kiosk: string | null;
  readonly address: string;
}

export type SignInRefused = Waiting | { readonly code: Exclude<SignInRefusal, Waiting['code']> };
export type SignIn = (credentials: Credentials, place: Place) => Promise<Result<StaffMember, SignInRefused>>;

/** scrypt takes 32 MB and 60 ms of a core each; kiosks and their records go before somebody who tries PINs. */
const checksAtOnce = 2;
/** Checked where there is no such number, so that the time does not tell which there are. */
const nobodysPin = { salt: 'A'.repeat(22), hash: 'A'.repeat(43) };

/** Finds out who somebody is; wrong PINs are counted, and all that happens is in the trail. */
export function createSignIn({ store, lockOut }: { store: Store; lockOut: LockOut }): SignIn {
  const inQueue = createQueue(checksAtOnce);

  async function byPin(
    { number, pin }: Extract<Credentials, { by: 'pin' }>,
    place: Place,
  ): Promise<Result<StaffMember, SignInRefused>> {
    const staff = await store.staff.list();
    if (!staff.ok) return err({ code: staff.reason });
    if (staff.value.length === 0) return err({ code: 'no-staff' });
    const member = staff.value.find((each) => each.number === number);
    const sources = sourcesOf(number, place);
    const begun = await lockOut.begin(sources);
    if (!begun.ok) return err(begun.reason === 'storage-failed' ? { code: begun.reason } : begun.reason);
    const isRight = await inQueue(() => isPin(pin, member?.pin ?? nobodysPin));
    if (isRight && member !== undefined) return letIn(member, place, 'pin');
    const failed = await noteFailure({ number, place, by: 'pin', locked: begun.value });
    return err({ code: failed.ok ? 'wrong-credentials' : failed.reason });
  }

  /** 128 random bits are not guessed, so nothing is counted, and a badge opens what wrong PINs have locked. */
  async function byBadge(badge: string, place: Place): Promise<Result<StaffMember, SignInRefused>> {
    const member = await store.staff.findByBadge(hashStaffBadge(badge));
    if (!member.ok) return err({ code: member.reason });
    if (member.value !== null) return letIn(member.value, place, 'badge');
    const failed = await noteFailure({ number: null, place, by: 'badge', locked: [] });
    return err({ code: failed.ok ? 'wrong-credentials' : failed.reason });
  }

  async function letIn(
    member: StaffMember,
    place: Place,
    by: Credentials['by'],
  ): Promise<Result<StaffMember, SignInRefused>> {
    const sources = sourcesOf(member.number, place);
    const session = { staff: member, kiosk: place.kiosk };
    const cleared = await store.noting({ session, action: 'sign-in', subjects: [by] }).staff.clearTries(sources);
    if (!cleared.ok) return err({ code: cleared.reason });
    lockOut.forget(sources);
    return ok(member);
  }

  /** Who tried is not known, so the number is what it was about and not who did it. */
  async function noteFailure({
    number,
    place,
    by,
    locked,
  }: {
    number: string | null;
    place: Place;
    by: Credentials['by'];
    locked: readonly string[];
  }) {
    const where = place.kiosk ?? 'browser';
    const subjects = [by, ...(number === null ? [] : [number]), where];
    const noted = await store.audit.append({ session: null, action: 'sign-in-failed', subjects });
    if (!noted.ok || locked.length === 0) return noted;
    // An address says where somebody sat, and is no id: the trail does with the word.
    const names = locked.map((source) => (source.startsWith('address ') ? 'address' : source));
    return store.audit.append({ session: null, action: 'locked', subjects: names });
  }

  return (credentials, place) =>
    credentials.by === 'pin' ? byPin(credentials, place) : byBadge(credentials.badge, place);
}

/** What wrong PINs are counted by. */
function sourcesOf(number: string, { kiosk, address }: Place): string[] {
  return [`staff ${number}`, kiosk === null ? `address ${toNetwork(address)}` : `kiosk ${kiosk}`];
}

/** Of IPv6 the first 64 bits: the rest a machine chooses as it likes (RFC 4291, section 2.5.1). */
export function toNetwork(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head.split(':').filter((part) => part !== '');
  const after = (tail ?? '').split(':').filter((part) => part !== '');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
