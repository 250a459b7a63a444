import { renderUnicodeCompact } from 'uqr';
import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import { hashStaffBadge } from '../../domain/staff/check-credentials.ts';
import { waitAfter } from '../../domain/staff/lock-out.ts';
import { staffMemberSchema, staffNumberSchema, staffRoles } from '../../domain/staff/staff-member.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import { makePinHash, makeStaffBadge } from '../staff/make-credentials.ts';
import type { OperatorParts } from './operator-parts.ts';

const numberBody = z.strictObject({ number: staffNumberSchema });

/** GET /v1/operator/staff: who may sign in, and what wrong PINs have locked. */
export function listStaff({ store }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/staff',
    access: 'operator',
    async answer() {
      const staff = await store.staff.list();
      if (!staff.ok) return err(refuse(staff.reason));
      const tries = await store.staff.readTries();
      if (!tries.ok) return err(refuse(tries.reason));
      const locked = [...tries.value].flatMap(([source, wrong]) => (waitAfter(wrong) === 'locked' ? [source] : []));
      return ok({ staff: staff.value.map(({ number, label, role }) => ({ number, label, role })), locked });
    },
  });
}

/** POST /v1/operator/staff: a new member, with a PIN and a badge that are told once and not kept. */
export function addStaff({ store, random }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/staff',
    access: 'operator',
    body: z.strictObject({ label: staffMemberSchema.shape.label, role: z.enum(staffRoles) }),
    async answer({ body: { label, role } }) {
      const { pin, kept } = await makePinHash(random);
      const badge = makeStaffBadge(random);
      const noting = store.noting({ session: null, action: 'staff-add', subjects: [role] });
      const added = await noting.staff.add({ label, role, pin: kept, badge: hashStaffBadge(badge) });
      if (!added.ok) return err(refuse(added.reason === 'full' ? 'bad-request' : added.reason));
      return ok({ number: added.value.number, label, role, pin, badge, qr: renderUnicodeCompact(badge) });
    },
  });
}

/** POST /v1/operator/staff/remove: ends what they have open, too. */
export function removeStaff({ store }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/staff/remove',
    access: 'operator',
    body: numberBody,
    async answer({ body: { number } }) {
      const noting = store.noting({ session: null, action: 'staff-remove', subjects: [number] });
      const removed = await noting.staff.remove(number);
      return removed.ok ? ok({ number }) : err(refuse(removed.reason));
    },
  });
}

/** POST /v1/operator/staff/pin: another PIN, told once; what was opened with the old one ends. */
export function renewPin({ store, random }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/staff/pin',
    access: 'operator',
    body: numberBody,
    async answer({ body: { number } }) {
      const { pin, kept } = await makePinHash(random);
      const noting = store.noting({ session: null, action: 'staff-pin', subjects: [number] });
      const set = await noting.staff.setPin(number, kept);
      return set.ok ? ok({ number, pin }) : err(refuse(set.reason));
    },
  });
}

/** POST /v1/operator/staff/unlock: a number, a kiosk's name, or an address, as the list says it. */
export function unlockStaff({ store }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/staff/unlock',
    access: 'operator',
    body: z.strictObject({ source: z.string().min(1).max(64) }),
    async answer({ body: { source } }) {
      const sources = ['staff', 'kiosk', 'address'].map((kind) => `${kind} ${source}`);
      const tries = await store.staff.readTries();
      if (!tries.ok) return err(refuse(tries.reason));
      const found = sources.filter((each) => tries.value.has(each));
      if (found.length === 0) return err(refuse('not-found'));
      const subjects = found.map((each) => (each.startsWith('address ') ? 'address' : each));
      const cleared = await store.noting({ session: null, action: 'staff-unlock', subjects }).staff.clearTries(found);
      return cleared.ok ? ok({ source }) : err(refuse(cleared.reason));
    },
  });
}
