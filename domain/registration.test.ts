import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errors } from './errors.ts';
import { registrationSchema } from './registration.ts';

const valid = {
  language: 'en',
  name: { own: '陳大文', latin: 'Chan Tai Man' },
  contact: { kind: 'email', value: 'tai.man@example.com' },
  status: 'student',
  field: 'Microelectronics',
  interests: ['analog'],
  talentPool: 'private',
  consent: true,
};

/** What is wrong with a registration that differs from the valid one. */
function reasons(change: object): { path: string; reason: string }[] {
  const outcome = registrationSchema.safeParse({ ...valid, ...change });
  return (outcome.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), reason: message }));
}

function email(value: string) {
  return { contact: { kind: 'email', value } };
}

function phone(value: string) {
  return { contact: { kind: 'phone', value } };
}

describe('a registration', () => {
  it.each([
    ['as it should be', {}],
    ['with a name in one script', { name: { own: '', latin: 'Chan Tai Man' } }],
    ['with a name of one letter', { name: { own: '', latin: 'O' } }],
    [
      'with a name of 80 characters, however many code points they have',
      { name: { own: '👩\u200d👩\u200d👧'.repeat(80), latin: '' } },
    ],
    ['without a field or interests', { field: '', interests: [] }],
    ['with a phone number of Hong Kong', phone('9123 4567')],
    ['with a phone number of anywhere', phone('+49 (0)89 123-456.78')],
    ['with an address in other scripts', email('用戶@例子.公司')],
    ['with a tagged address', email('a+b@c.d.example')],
  ])('%s is taken', (_what, change) => {
    expect(reasons(change)).toEqual([]);
  });

  it.each([
    ['no name', { name: { own: ' ', latin: '\u200b' } }, 'name', 'name-missing'],
    ['a name of 81 characters', { name: { own: '文'.repeat(81), latin: '' } }, 'name.own', 'too-long'],
    ['a field of 81 characters', { field: 'x'.repeat(81) }, 'field', 'too-long'],
    ['a name of 5,000 units', { name: { own: '', latin: 'x'.repeat(5000) } }, 'name.latin', 'too-long'],
    ['an identity number as a name', { name: { own: '', latin: 'Chan A123456(3)' } }, 'name.latin', 'identity-number'],
    ['an identity number as a field', { field: 'A1234563' }, 'field', 'identity-number'],
    ['an identity number as a phone', phone('A123456(3)'), 'contact.value', 'identity-number'],
    ['an address without @', email('tai.man.example.com'), 'contact.value', 'not-an-email'],
    ['an address without a domain', email('tai@man'), 'contact.value', 'not-an-email'],
    ['an address with a space', email('tai man@example.com'), 'contact.value', 'not-an-email'],
    ['an empty address', email(''), 'contact.value', 'not-an-email'],
    ['an address of 255 characters', email(`${'a'.repeat(243)}@example.com`), 'contact.value', 'too-long'],
    ['a phone number with letters', phone('9123 CALL'), 'contact.value', 'not-a-phone'],
    ['a phone number of 6 digits', phone('123456'), 'contact.value', 'not-a-phone'],
    ['a phone number of 16 digits', phone('1234567890123456'), 'contact.value', 'not-a-phone'],
    ['no consent', { consent: false }, 'consent', 'consent-missing'],
  ])('with %s is refused', (_what, change, path, reason) => {
    expect(reasons(change)).toContainEqual({ path, reason });
    expect(errors).toHaveProperty(reason);
  });

  it.each([{ status: 'employer' }, { talentPool: '' }, { interests: ['a b'] }, { language: 'fr' }, { hkid: 'x' }])(
    'with %j, which no screen offers, is refused',
    (change) => {
      expect(reasons(change)).not.toEqual([]);
    },
  );

  it('holds texts as one clean line', () => {
    const name = { own: ' 陳\u202e大文 ', latin: 'Chan\nTai  Man\u0007' };
    expect(registrationSchema.parse({ ...valid, name }).name).toEqual(valid.name);
  });

  it('never throws on what is typed, and reads back what it has taken', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 100 });
    fc.assert(
      fc.property(typed, typed, typed, (own, latin, contact) => {
        const outcome = registrationSchema.safeParse({
          ...valid,
          name: { own, latin },
          ...email(contact || 'a@b.example'),
        });
        if (outcome.success) expect(registrationSchema.parse(outcome.data)).toEqual(outcome.data);
      }),
    );
  });
});
