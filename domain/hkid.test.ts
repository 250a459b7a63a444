import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsHkid } from './hkid.ts';

describe('a Hong Kong identity card number', () => {
  it.each([
    'A123456(3)',
    'G123456(A)',
    'AB987654(3)',
    'a1234563',
    'A 123456 (3)',
    'A123456-3',
    'A-123456(3)',
    'Ａ１２３４５６（３）',
    '身份證號碼A123456(3)陳大文',
    'ID: A123456(3), thank you',
    'C668668(E) A123456(3)',
  ])('is found in %s', (text) => {
    expect(containsHkid(text)).toBe(true);
  });

  it.each([
    ['the specimen card, whose E is no check digit', 'C668668(E)'],
    ['a wrong check digit', 'A123456(4)'],
    ['three letters', 'ABC1234563'],
    ['a longer number', 'A12345634'],
    ['letters after it', 'A1234563B'],
    ['a phone number', '+852 9123 4563'],
    ['an e-mail address of a student', 'a1234563@connect.university.example'],
    ['a name', 'Chan Tai Man 陳大文'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(containsHkid(text)).toBe(false);
  });

  it('has exactly one check digit for every prefix and number', () => {
    const prefix = fc.stringMatching(/^[A-Z]{1,2}$/);
    fc.assert(
      fc.property(prefix, fc.stringMatching(/^\d{6}$/), (letters, digits) => {
        const valid = Array.from('0123456789A').filter((check) => containsHkid(`${letters}${digits}(${check})`));
        expect(valid).toHaveLength(1);
      }),
    );
  });
});
