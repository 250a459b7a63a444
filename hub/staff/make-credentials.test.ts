import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { staffBadgeSchema } from '../../domain/staff/staff-member.ts';
import { isTrivial, makePin, makeStaffBadge } from './make-credentials.ts';

it.each([
  '000000',
  '123456',
  '654321',
  '345678',
  '112233',
  '121212',
  '123123',
  '482482',
  '777127',
  '901234',
  '199912',
  '482012',
])('gives nobody the PIN %s', (pin) => {
  expect(isTrivial(pin)).toBe(true);
});

it('gives PINs of six digits, which need not be different', () => {
  const pins = Array.from({ length: 500 }, () => makePin(randomBytes));
  for (const pin of pins) {
    expect(pin).toMatch(/^\d{6}$/);
    expect(isTrivial(pin)).toBe(false);
  }
  expect(new Set(pins).size).toBeGreaterThan(480);
});

it('draws again for what would make some PINs likelier', () => {
  const draws = [Buffer.from('ffffffff', 'hex'), Buffer.alloc(4), Buffer.from([0, 0, 0, 0x0f])];
  const number = Buffer.alloc(4);
  number.writeUInt32BE(4_271_828);
  expect(makePin(() => draws.shift() ?? number)).toBe('271828');
});

it('writes all 128 bits of a badge', () => {
  expect(staffBadgeSchema.parse(makeStaffBadge(randomBytes))).toHaveLength(38);
  expect(makeStaffBadge(() => Buffer.alloc(16))).toBe(`FOYER-STAFF-${'0'.repeat(26)}`);
  expect(makeStaffBadge(() => Buffer.alloc(16, 0xff))).toBe(`FOYER-STAFF-7${'Z'.repeat(25)}`);
  const last = Buffer.alloc(16);
  last[15] = 33;
  expect(makeStaffBadge(() => last)).toBe(`FOYER-STAFF-${'0'.repeat(24)}11`);
});
