import { expect, test } from 'vitest';
import { completeDraft, emptyDraft, type Draft } from './draft.ts';

const draft: Draft = {
  ...emptyDraft,
  consent: true,
  own: '陳大文',
  latin: ' Chan  Tai Man ',
  email: 'taiman@example.com',
  status: 'graduate',
  field: 'Electronic engineering',
  interests: ['analog'],
  talentPool: 'private',
};

test('a complete draft is a registration, tidied', () => {
  expect(completeDraft(draft, 'zh-Hant')).toEqual({
    language: 'zh-Hant',
    name: { own: '陳大文', latin: 'Chan Tai Man' },
    contact: { kind: 'email', value: 'taiman@example.com' },
    status: 'graduate',
    field: 'Electronic engineering',
    interests: ['analog'],
    talentPool: 'private',
    consent: true,
  });
});

test.each([
  ['consent', { consent: false }],
  ['a name', { own: '', latin: ' ' }],
  ['an e-mail address', { email: '' }],
  ['a phone number', { contactKind: 'phone' }],
  ['a status', { status: null }],
  ['a choice of who may see it', { talentPool: null }],
] as const)('without %s it is none', (_, part) => {
  expect(completeDraft({ ...draft, ...part }, 'en')).toBe(null);
});

test.each([
  ['one name', { own: '' }],
  ['no field', { field: '' }],
  ['no interests', { interests: [] }],
] as const)('%s is enough', (_, part) => {
  expect(completeDraft({ ...draft, ...part }, 'en')).not.toBe(null);
});

test('of two ways to be reached only the chosen one is kept, and the other need not be right', () => {
  const both = { ...draft, phone: '+852 9123 4567', email: 'half an addr' };
  const registration = completeDraft({ ...both, contactKind: 'phone' }, 'en');
  expect(registration?.contact).toEqual({ kind: 'phone', value: '+852 9123 4567' });
  expect(JSON.stringify(registration)).not.toContain('half an addr');
});

test('what the kiosk knows beside the form is no part of the registration', () => {
  const record = {
    kind: 'registration' as const,
    version: 2 as const,
    id: '01976f5e-0000-7000-8000-000000000001',
    replaces: null,
    event: 'day',
    kiosk: 'K1',
    sequence: 1,
    claimCode: '7QK4-2M9F',
    purpose: 'talent-pool' as const,
    ticketIndex: null,
    contactIndexes: [],
    encapsulatedKey: 'a',
    ciphertext: 'b',
    signature: 'c',
  };
  expect(completeDraft({ ...draft, record, isBadgeOut: true }, 'en')).toEqual(completeDraft(draft, 'en'));
});
