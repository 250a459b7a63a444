import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUncovered } from '../documents/coverage/find-uncovered.ts';
import { checkContact, checkField, checkNames } from './check-draft.ts';
import { completeDraft, emptyDraft, type Draft } from './draft.ts';

const everything = () => [];
const named = (own: string, latin = ''): Draft => ({ ...emptyDraft, own, latin });

test('one name is enough, in any script; none is asked for at the first field', () => {
  expect(checkNames(named('陳大文'), findUncovered)).toEqual({ own: null, latin: null });
  expect(checkNames(named('', 'Nguyễn Thị Ánh'), findUncovered)).toEqual({ own: null, latin: null });
  expect(checkNames(named(''), findUncovered)).toEqual({ own: 'name-missing', latin: null });
});

test.each([
  ['spaces', '  '],
  ['an ideographic space', '\u3000'],
  ['a zero width space', '\u200b'],
  ['a right-to-left override', '\u202e'],
  ['a line feed', '\n'],
])('a name of nothing but %s is missing', (_, text) => {
  expect(checkNames(named(text), findUncovered).own).toBe('name-missing');
  expect(checkNames(named('', text), findUncovered).own).toBe('name-missing');
});

test('80 characters as a person counts them are a name, 81 are too long', () => {
  const family = 'é'.normalize('NFD');
  expect(checkNames(named(family.repeat(80)), findUncovered).own).toBe(null);
  expect(checkNames(named(family.repeat(81)), findUncovered).own).toBe('too-long');
  expect(checkNames(named('陳', 'x'.repeat(81)), findUncovered)).toEqual({ own: null, latin: 'too-long' });
});

test('an identity card number is refused wherever it is typed', () => {
  expect(checkNames(named('A123456(3)'), findUncovered).own).toBe('identity-number');
  expect(checkNames(named('陳大文', 'Chan A1234563'), findUncovered).latin).toBe('identity-number');
  expect(checkField({ ...emptyDraft, field: 'HKID A123456(3)' }, findUncovered)).toBe('identity-number');
});

test('what would be printed as a box is asked for in another spelling', () => {
  expect(checkNames(named('Ada 🎉'), findUncovered).own).toBe('unprintable-characters');
  expect(checkNames(named('', 'Ada 🎉'), findUncovered).latin).toBe('unprintable-characters');
  expect(checkField({ ...emptyDraft, field: '🚀' }, findUncovered)).toBe('unprintable-characters');
  expect(checkField(emptyDraft, findUncovered)).toBe(null);
});

test('only the way of contact that is chosen is checked', () => {
  const draft: Draft = { ...emptyDraft, email: 'not one', phone: '9123 4567' };
  expect(checkContact(draft)).toBe('not-an-email');
  expect(checkContact({ ...draft, contactKind: 'phone' })).toBe(null);
  expect(checkContact({ ...draft, contactKind: 'phone', phone: '12' })).toBe('not-a-phone');
  expect(checkContact({ ...draft, email: 'ada@example.com' })).toBe(null);
});

test('whoever gets through the steps can finish: no text passes them that the registration refuses', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 90 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('', ' ', '\u200b', '\u200d', 'A123456(3)', '陳大文', 'x'.repeat(81)),
  );
  fc.assert(
    fc.property(text, text, text, (own, latin, field) => {
      const draft: Draft = {
        ...emptyDraft,
        consent: true,
        own,
        latin,
        field,
        email: 'ada@example.com',
        status: 'student',
        talentPool: 'open',
      };
      const names = checkNames(draft, everything);
      const isAccepted = names.own === null && names.latin === null && checkField(draft, everything) === null;
      expect(completeDraft(draft, 'en') !== null).toBe(isAccepted);
    }),
    { numRuns: 500 },
  );
});
