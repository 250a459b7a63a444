import fc from 'fast-check';
import { expect, test } from 'vitest';
import { credentialsSchema } from '../../domain/staff/staff-member.ts';
import { addDigit, readCredentials, showPlaces } from './pin-entry.ts';

const type = (keys: readonly string[]) => keys.reduce(addDigit, '');

test('two digits are the number, six the PIN, and only the number can be read', () => {
  const digits = type(Array.from('03246810'));
  expect(readCredentials(digits)).toEqual({ by: 'pin', number: '03', pin: '246810' });
  expect(
    showPlaces(digits)
      .map(({ shown }) => shown)
      .join(''),
  ).toBe('03••••••');
  expect(showPlaces('0').map(({ shown }) => shown)).toEqual(['0', '', '', '', '', '', '', '']);
});

test('whatever is pressed, the row holds at most eight digits, and is read only when it is full', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 20 }), (keys) => {
      const digits = type(keys);
      expect(digits).toMatch(/^\d{0,8}$/u);
      const read = readCredentials(digits);
      expect(read === null).toBe(digits.length < 8);
      if (read !== null) expect(credentialsSchema.safeParse(read).success).toBe(true);
      expect(showPlaces(digits)).toHaveLength(8);
    }),
  );
});
