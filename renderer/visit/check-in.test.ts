import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AttendeeDetails } from '../../domain/attendee.ts';
import { err, ok } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { BridgeClient } from '../bridge.ts';
import { Database } from '../catalogue/database.ts';
import { arrive, checkIn } from './check-in.ts';

const record = { id: 'R1', sequence: 7, kind: 'check-in', claimCode: 'K7QX-2M9Q' } as SealedRecord;
const ada: AttendeeDetails = {
  name: { own: '', latin: 'Ada Lovelace' },
  field: 'Mathematics',
  interests: ['analog'],
  talentPool: 'private',
};
const attendee = (differences: Partial<AttendeeDetails> = {}, isRepeat = false) =>
  ({ kind: 'attendee', attendee: { ...ada, ...differences }, record, isRepeat }) as const;
const nothingUncovered = () => [];
/** No font has a star. */
const withoutStars = (text: string) => (text.includes('★') ? ['★'] : []);

describe('who comes with a ticket', () => {
  test('has a badge at once, with all that the list says of them', () => {
    const { part, screen, language } = arrive(
      attendee({ email: 'ada@example.com', phone: '12345678', status: 'student', language: 'zh-Hans' }),
      nothingUncovered,
    );
    expect(screen).toEqual({ name: 'badge' });
    expect(language).toBe('zh-Hans');
    expect(part).toEqual({
      own: '',
      latin: 'Ada Lovelace',
      email: 'ada@example.com',
      phone: '12345678',
      status: 'student',
      field: 'Mathematics',
      interests: ['analog'],
      record,
      isPreRegistered: true,
      isBadgeOut: false,
    });
  });

  test('is a visitor without a status, and has no language unless the list says so', () => {
    const { part, language } = arrive(attendee(), nothingUncovered);
    expect(part.status).toBe(null);
    expect(language).toBe(null);
  });

  test('with a phone number only would correct that, not an e-mail address', () => {
    expect(arrive(attendee({ phone: '12345678' }), nothingUncovered).part.contactKind).toBe('phone');
    expect(arrive(attendee(), nothingUncovered).part.contactKind).toBe(undefined);
  });

  test('again gets a badge that says REPRINT', () => {
    expect(arrive(attendee({}, true), nothingUncovered).part.isBadgeOut).toBe(true);
  });

  test.each<[string, AttendeeDetails['name'], AttendeeDetails['name']]>([
    ['of two names keeps the one that can be printed', { own: '★陳', latin: 'Chan' }, { own: '', latin: 'Chan' }],
    ['keeps a name in its own script', { own: '陳', latin: 'Ch★n' }, { own: '陳', latin: '' }],
    ['loses the characters that no font has', { own: '', latin: 'Ada ★' }, { own: '', latin: 'Ada' }],
  ])('%s', (_, name, printed) => {
    const { part, screen } = arrive(attendee({ name }), withoutStars);
    expect(part).toMatchObject(printed);
    expect(screen).toEqual({ name: 'badge' });
  });

  test('with a name that no font has is asked for another, and a field that none has is left out', () => {
    const { part, screen } = arrive(attendee({ name: { own: '★', latin: '' }, field: '★ maker' }), withoutStars);
    expect(part).toMatchObject({ own: '', latin: '', field: '' });
    expect(screen).toEqual({ name: 'consent' });
  });
});

test('who shows a badge of this event is registered already', () => {
  expect(arrive({ kind: 'claim-code', claimCode: 'K7QX-2M9Q' }, nothingUncovered)).toEqual({
    part: { shownClaimCode: 'K7QX-2M9Q' },
    screen: { name: 'registered' },
    language: null,
  });
});

describe('a code on its way', () => {
  let database: Database;
  beforeEach(() => {
    database = new Database('check-in');
  });
  afterEach(async () => {
    await database.delete();
  });

  const given = { id: 'one', code: 'ticket', beginsVisit: false };
  const ask = (answer: BridgeClient['checkIn']) => {
    const bridge = { checkIn: answer } as Partial<BridgeClient> as BridgeClient;
    return checkIn({ bridge, database, given, language: 'en' });
  };

  test('is taken to the host, and the sealed arrival is mirrored', async () => {
    const verb = vi.fn<BridgeClient['checkIn']>().mockResolvedValue(ok(attendee()));
    expect(await ask(verb)).toEqual(ok(attendee()));
    expect(verb).toHaveBeenCalledWith({ id: 'one', code: 'ticket', language: 'en' });
    expect(await database.records.toArray()).toEqual([record]);
  });

  test('that is unknown leaves nothing', async () => {
    expect(await ask(() => Promise.resolve(err('unknown-code')))).toEqual(err('unknown-code'));
    expect(await database.records.count()).toBe(0);
  });

  test('has an answer when the host is gone, and when the mirror fails', async () => {
    expect(await ask(() => Promise.reject(new Error('gone')))).toEqual(err('host-unreachable'));
    database.close();
    expect(await ask(() => Promise.resolve(ok(attendee())))).toEqual(ok(attendee()));
  });
});
