import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactIndexBits } from '../sealed-record.ts';
import { contactIndex, normaliseEmail, normalisePhone, type Contact } from './contact-index.ts';

const event = { sealingKey: 'A'.repeat(43), country: 'HK' };

describe('an e-mail address', () => {
  it.each([
    ['chan.tai.man@example.com', ['Chan.Tai.Man@Example.COM', ' chan.tai.man@example.com ', 'chan.tai.man+jobs@example.com', 'ｃhan.tai.man＠example.com']],
    ['chantaiman@gmail.com', ['chan.tai.man@gmail.com', 'ChanTaiMan+fair@googlemail.com', 'c.h.antaiman@GMAIL.com']],
    ['+@example.com', ['+@EXAMPLE.com']],
  ])('%s is one for all its spellings', (normal, spellings) => {
    for (const spelling of spellings) expect(normaliseEmail(spelling)).toBe(normal);
  }); // prettier-ignore

  it.each([
    ['chan.tai.man@example.com', 'chantaiman@example.com'],
    ['chan@example.com', 'chan@example.org'],
    ['chan@gmail.com', 'chan1@gmail.com'],
    ['chan@mail.example.com', 'chan@example.com'],
  ])('%s is not %s', (one, other) => {
    expect(normaliseEmail(one)).not.toBe(normaliseEmail(other));
  });
});

describe('a telephone number, written in Hong Kong', () => {
  it.each([
    [
      '+85291234567',
      [
        '91234567',
        '9123 4567',
        '9123-4567',
        '９１２３ ４５６７',
        '+852 9123 4567',
        '(852) 9123-4567',
        '852 91234567',
        '00852 9123 4567',
        '+852 (0) 91234567',
      ],
    ],
    ['+8613800138000', ['138 0013 8000', '+86 138-0013-8000', '86 13800138000', '0086 138 0013 8000']],
    ['+85366123456', ['+853 6612 3456', '853 66123456', '0085366123456']],
    ['+442079460018', ['+44 20 7946 0018', '+44 (0)20 7946 0018', '0044 20 7946 0018']],
  ])('is %s for all its spellings', (normal, spellings) => {
    for (const spelling of spellings) expect(normalisePhone(spelling, 'HK')).toBe(normal);
  });

  it.each([
    ['91234567', '91234568'],
    ['+852 6612 3456', '+853 6612 3456'],
    ['66123456', '+853 66123456'],
  ])('%s is not %s', (one, other) => {
    expect(normalisePhone(one, 'HK')).not.toBe(normalisePhone(other, 'HK'));
  });

  it('is at home where the event is', () => {
    expect(normalisePhone('138 0013 8000', 'CN')).toBe('+8613800138000');
    expect(normalisePhone('0171 1234567', 'DE')).toBe('+491711234567');
    expect(normalisePhone('+49 171 1234567', 'HK')).toBe('+491711234567');
  });

  it('that nobody can have is compared by its digits', () => {
    expect(normalisePhone('00 00-000', 'HK')).toBe(normalisePhone('(0000) 000', 'HK'));
  });

  it('is dialled abroad with spaces between the zeros, too', () => {
    expect(normalisePhone('0 0 1 6 0 4 2 0 0 0 0 0 0', 'HK')).toBe(normalisePhone('0016042000000', 'HK'));
  });

  it('is read the same whatever stands between its digits, and never throws', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 15 });
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom(' ', '-', '.', '  '),
        fc.constantFrom('HK', 'CN', 'SG'),
        (all, sign, home) => {
          expect(normalisePhone(all.join(sign), home)).toBe(normalisePhone(all.join(''), home));
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
        normalisePhone(typed, 'HK');
        normaliseEmail(typed);
      }),
    );
  });
});

describe('contactIndex', () => {
  const email: Contact = { kind: 'email', value: 'chan@example.com' };

  it('is the same for all spellings, and another at another event', () => {
    expect(contactIndex({ kind: 'email', value: 'Chan+x@example.com' }, event)).toBe(contactIndex(email, event));
    expect(contactIndex(email, { ...event, sealingKey: 'B'.repeat(43) })).not.toBe(contactIndex(email, event));
  });

  it('has 20 bits and uses all of them', () => {
    const indexes = Array.from({ length: 5000 }, (_, at) =>
      contactIndex({ kind: 'email', value: `visitor${at}@example.com` }, event),
    );
    for (const index of indexes)
      expect(Number.isInteger(index) && index >= 0 && index < 2 ** contactIndexBits).toBe(true);
    const seen = indexes.reduce((bits, index) => bits | index, 0);
    expect(seen).toBe(2 ** contactIndexBits - 1);
  });

  it('hides a number among others: of 200,000 numbers about one in 2^20 fits', () => {
    const wanted = contactIndex({ kind: 'email', value: 'someone@example.com' }, event);
    let fits = 0;
    for (let at = 0; at < 200_000; at += 1) {
      if (contactIndex({ kind: 'email', value: `v${at}@example.com` }, event) >>> 8 === wanted >>> 8) fits += 1;
    }
    // Its first 12 bits: 200,000 / 4,096 is 49, and 6 sigma of it 42.
    expect(Math.abs(fits - 49)).toBeLessThan(42);
  });
});
