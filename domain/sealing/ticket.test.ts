import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { attendeeDetailsSchema, lockedAttendeeSchema } from '../attendee.ts';
import { deriveTicket, lockAttendee, normaliseTicketCode, unlockAttendee, type Ticket } from './ticket.ts';

const key = 'A'.repeat(43);
const details = attendeeDetailsSchema.parse({
  name: { own: '陳大文', latin: 'Chan Tai Man' },
  email: 'chan@example.com',
});
const refused = { ok: false, reason: 'cannot-open' };

let ticket: Ticket;
let neighbour: Ticket;
beforeAll(async () => {
  [ticket, neighbour] = await Promise.all([deriveTicket('ME25-7K3Q-9XTA', key), deriveTicket('ME25-7K3Q-9XTB', key)]);
});

describe('a ticket code', () => {
  it.each(['me25-7k3q-9xta', 'ME25 7K3Q 9XTA', ' ME257K3Q9XTA\r\n', 'ＭＥ２５－７Ｋ３Ｑ－９ＸＴＡ', 'ME25–7K3Q—9XTA', 'ME25‐7K3Q‑9XTA'])(
    'is the same as %j',
    (typed) => {
      expect(normaliseTicketCode(typed)).toBe('ME257K3Q9XTA');
    },
  ); // prettier-ignore

  it.each(['ME25-7K3Q-9XTB', 'ME25-7K3Q-9XT', 'ME25_7K3Q_9XTA', 'ME25-7K3Q-9XTA0'])('is not %j', (typed) => {
    expect(normaliseTicketCode(typed)).not.toBe('ME257K3Q9XTA');
  });

  it('is normal once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
        expect(normaliseTicketCode(normaliseTicketCode(typed))).toBe(normaliseTicketCode(typed));
      }),
    );
  });

  it.each(['\u0390', 'e-\u0301', '\u1e9e\u0345', 'a \u0300\u0301'])('is normal once and for all: %j', (typed) => {
    expect(normaliseTicketCode(normaliseTicketCode(typed))).toBe(normaliseTicketCode(typed));
  });

  it('gives the same place and key at every kiosk, and others at another event', async () => {
    const [again, elsewhere] = await Promise.all([
      deriveTicket('me25 7k3q 9xta', key),
      deriveTicket('ME25-7K3Q-9XTA', 'B'.repeat(43)),
    ]);
    expect(again).toEqual(ticket);
    expect(elsewhere.index).not.toBe(ticket.index);
    expect(elsewhere.key).not.toEqual(ticket.key);
    expect(ticket.index).toHaveLength(22);
    expect(ticket.key).toHaveLength(32);
  });

  it('costs whoever tries codes 32 MB each, unless it is random enough to stay unfound', async () => {
    const time = async (code: string) => {
      const begun = performance.now();
      await deriveTicket(code, key);
      return performance.now() - begun;
    };
    // A random UUID is not stretched; a UUID that counts (version 1) is.
    const random = await time('3f2b8a52-6a0e-4a8c-9f3e-0123456789ab');
    const counted = await time('3f2b8a52-6a0e-1a8c-9f3e-0123456789ab');
    expect(counted).toBeGreaterThan(5 * random);
    expect(counted).toBeGreaterThan(20);
  });
});

describe('a locked attendee', () => {
  it('is opened by its own code and by no other', () => {
    const locked = lockAttendee(details, ticket);
    expect(lockedAttendeeSchema.parse(locked)).toEqual(locked);
    expect(unlockAttendee(locked, ticket)).toEqual({ ok: true, value: details });
    expect(unlockAttendee(locked, neighbour)).toEqual(refused);
    expect(unlockAttendee(locked, { ...neighbour, key: ticket.key })).toEqual(refused);
    expect(unlockAttendee(locked, { ...neighbour, index: ticket.index })).toEqual(refused);
  });

  it('shows neither name nor how long it is', () => {
    const short = lockAttendee(attendeeDetailsSchema.parse({ name: { own: '', latin: 'O' } }), ticket);
    const locked = lockAttendee(details, ticket);
    expect(short.ciphertext).toHaveLength(locked.ciphertext.length);
    const bytes = Buffer.from(locked.ciphertext, 'base64url').toString('latin1');
    for (const word of ['Chan', 'example', Buffer.from('陳大文').toString('latin1')]) expect(bytes).not.toContain(word);
  });

  it('is never locked the same way twice', () => {
    expect(lockAttendee(details, ticket).ciphertext).not.toBe(lockAttendee(details, ticket).ciphertext);
  });

  it('stays closed when anything of it was changed or torn off', () => {
    const locked = lockAttendee(details, ticket);
    const bytes = Buffer.from(locked.ciphertext, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unlockAttendee({ ...locked, ciphertext: changed.toString('base64url') }, ticket)).toEqual(refused);
      const torn = bytes.subarray(0, at).toString('base64url');
      expect(unlockAttendee({ ...locked, ciphertext: torn }, ticket)).toEqual(refused);
    }
  });
});
