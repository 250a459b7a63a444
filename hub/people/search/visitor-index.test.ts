import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../domain/registration.ts';
import type { SamePerson } from '../same-person.ts';
import { foldName } from './fold-name.ts';
import { createVisitorIndex } from './visitor-index.ts';

const strangers: SamePerson = { of: (visitor) => [visitor], isAlone: () => true };

interface Given {
  readonly own?: string;
  readonly latin?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly claimCode?: string;
  readonly ticketIndex?: string;
}

function createRegistration({ own = '', latin = '', email, phone }: Given): Registration {
  return {
    language: 'en',
    name: { own, latin },
    contact: phone === undefined ? { kind: 'email', value: email ?? 'x@y.example' } : { kind: 'phone', value: phone },
    status: 'student',
    field: 'Chips',
    interests: [],
    talentPool: 'private',
    consent: true,
  };
}

function fill(people: readonly Given[]) {
  const index = createVisitorIndex('HK');
  const ids = people.map((person, at) => {
    const visitor = v7();
    const { claimCode = 'AAAA-0000', ticketIndex = null } = person;
    const opened = { kind: 'registration', registration: createRegistration(person) } as const;
    index.putRecord({ number: at + 1, visitor, claimCode, ticketIndex, opened });
    return visitor;
  });
  const find = (query: string, samePerson = strangers, limit = 50) => index.find({ query, limit, samePerson });
  /** Places in the list of people. */
  const places = (query: string) => find(query).visitors.map(({ visitor }) => ids.indexOf(visitor ?? ''));
  return { index, ids, find, places };
}

const attendeeDetails = (name: { own: string; latin: string }) => ({
  name,
  field: '',
  interests: [],
  talentPool: 'private' as const,
});

describe('a name is found', () => {
  const { places } = fill([
    { own: '陳大文', latin: 'CHAN Tai Man' },
    { own: '陈晓彤', latin: 'Chen Xiaotong' },
    { latin: 'José Ángel Núñez-O’Brien' },
    { own: '김민준', latin: 'Kim Min-jun' },
    { own: 'محمد العربي' },
    { own: 'สมชาย ใจดี' },
    { latin: 'Nguyễn Đình Phúc' },
    { own: 'ﾔﾏﾀﾞ 太郎' },
    { latin: 'Chan Tai Manfred' },
  ]);
  it.each([
    ['chan tai man', [0, 8]],
    ['Tai Man CHAN', [0, 8]],
    ['taiman chan', [0, 8]],
    ['taimanchan', [0]],
    ['陳大文', [0]],
    ['陈 大文', [0]],
    ['大文', [0]],
    ['陳', [0, 1]],
    ['曉彤', [1]],
    ['jose nunez', [2]],
    ['OBRIEN', [2]],
    ['nunez o brien', [2]],
    ['민준', [3]],
    ['minjun', [3]],
    ['العربي', [4]],
    ['مُحَمَّد', [4]],
    ['ใจดี', [5]],
    ['dinh phuc', [6]],
    ['ヤマダ', [7]],
    ['ＣＨＡＮ　ｔａｉ', [8, 0]],
    ['陳 tai', [0]],
    ['nobody', []],
    ['  ', []],
    ['-', []],
  ])('%s', (query, expected) => {
    expect(places(query)).toEqual(expected);
  });
});

describe('a contact is found', () => {
  const { places } = fill([
    { latin: 'A', email: 'Wong.Siman@gmail.com' },
    { latin: 'B', phone: '+852 9123 4567' },
    { latin: 'C', phone: '91234567' },
    { latin: 'D', email: 'siman@connect.hkust.example' },
  ]);
  it.each([
    ['wong.siman@gmail.com', [0]],
    ['WONGSIMAN@googlemail.com', [0]],
    ['wong.s', [0]],
    ['siman@', [3]],
    ['4567', [1, 2]],
    ['9123 4567', [1, 2]],
    ['+85291234567', [1, 2]],
    ['567', []],
    ['9123', []],
  ])('%s', (query, expected) => {
    expect(places(query)).toEqual(expected);
  });
});

describe('a visitor', () => {
  it('is found by a claim code however it is typed, before anybody whose name it could be', () => {
    const { places } = fill([{ latin: 'K7QX-2M9Q Street' }, { latin: 'Somebody', claimCode: 'K7QX-2M9Q' }]);
    const [code] = places('k7qx2m9q');
    expect(places('K7QX-2M9Q')).toContain(0);
    expect(code === 1 || places('k7qx2m9q').length === 1).toBe(true);
  });

  it('appears once, under the newest name, and not under the one that was corrected', () => {
    const { index, ids, find } = fill([{ latin: 'Chan Tai Mna', claimCode: 'AAAA-0001' }]);
    const opened = { kind: 'registration', registration: createRegistration({ latin: 'Chan Tai Man' }) } as const;
    const visitor = ids[0] ?? '';
    index.putRecord({ number: 9, visitor, claimCode: 'AAAA-0001', ticketIndex: null, opened });
    index.putRecord({ number: 9, visitor, claimCode: 'AAAA-0001', ticketIndex: null, opened });
    expect(find('mna').total).toBe(0);
    expect(find('chan')).toMatchObject({ total: 1, visitors: [{ visitor, name: { latin: 'Chan Tai Man' } }] });
  });

  it('who was merged is shown as the one who came first, whichever of the two is found', () => {
    const { ids, find } = fill([{ latin: 'Ho Mei' }, { latin: 'Other' }, { latin: 'He Mei', email: 'mei@z.example' }]);
    const [first = '', , second = ''] = ids;
    const samePerson: SamePerson = {
      of: (visitor) =>
        visitor === first || visitor === second ? [visitor, visitor === first ? second : first] : [visitor],
      isAlone: (visitor) => visitor === ids[1],
    };
    for (const query of ['mei', 'ho mei', 'mei@z.example'])
      expect(find(query, samePerson)).toMatchObject({
        total: 1,
        visitors: [{ visitor: first, name: { latin: 'Ho Mei' } }],
      });
  });

  it('who is expected is found until they come, and then as who came, also by the ticket', () => {
    const { index, find } = fill([]);
    const name = { own: '李小明', latin: 'Lee Siu Ming' };
    const attendee = { index: 'T'.repeat(22), code: 'ME25-7K3Q-9XTA', details: attendeeDetails(name) };
    index.putAttendee(attendee);
    for (const query of ['siu ming', 'me25 7k3q 9xta', 'ME25-7K'])
      expect(find(query)).toMatchObject({
        total: 1,
        visitors: [{ visitor: null, attendee: attendee.index, claimCode: null }],
      });
    const opened = { kind: 'check-in', checkIn: { language: 'en', attendee: attendee.details } } as const;
    const visitor = v7();
    index.putRecord({ number: 1, visitor, claimCode: 'AAAA-0001', ticketIndex: attendee.index, opened });
    for (const query of ['siu ming', 'me257k3q9xta'])
      expect(find(query)).toMatchObject({ total: 1, visitors: [{ visitor, attendee: null, claimCode: 'AAAA-0001' }] });
    index.removeVisitor(visitor);
    index.removeAttendee(attendee.index);
    for (const query of ['siu ming', 'me257k3q9xta', 'AAAA-0001']) expect(find(query).total).toBe(0);
  });

  it('is shown with just so much of the contact that the right person knows it', () => {
    const { find } = fill([
      { latin: 'One', email: 'wong.siman@hkust.hk' },
      { latin: 'Two', email: 'ab@qq.com' },
      { latin: 'Three', phone: '+852 9123 4567' },
    ]);
    expect(find('one').visitors[0]?.contactHint).toBe('w…n@…kust.hk');
    expect(find('two').visitors[0]?.contactHint).toBe('a…@qq.com');
    expect(find('three').visitors[0]?.contactHint).toBe('…45 67');
  });
});

describe('against the naive answer', () => {
  const word = fc.constantFrom('chan', 'tai', 'man', 'an', 'wong', 'lee', 'josé', '陳', '大文', '李', '민준', 'o');
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const person = fc.record({ own: fc.oneof(fc.constant(''), name), latin: name });

  /** Every word of the question stands somewhere in one of the names, wherever the name begins. */
  function isFound(given: { own: string; latin: string }, query: string): boolean {
    const words = foldName(query);
    const turns = [given.own, given.latin].flatMap((text) => {
      const whole = foldName(text).join('');
      return Array.from(whole, (_, at) => whole.slice(at) + whole.slice(0, at));
    });
    return words.length > 0 && words.every((each) => turns.some((turn) => turn.includes(each)));
  }

  /** Nothing of a name is left over, wherever it begins and in whatever order its words are. */
  function isWhole(given: { own: string; latin: string }, query: string): boolean {
    const joined = foldName(query).join('');
    const names = [given.own, given.latin].map(foldName);
    const isTurned = names.some((words) => {
      const whole = words.join('');
      return whole.length === joined.length && (whole + whole).includes(joined);
    });
    const isLong = names.some((words) => words.join('').length === joined.length);
    return isTurned || (isLong && foldName(query).every((each) => names.flat().includes(each)));
  }

  it('finds the same people, each once, exact names first', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), fc.oneof(name, word), (people, query) => {
        const { find, ids } = fill(people);
        const { visitors, total } = find(query);
        const expected = ids.filter((_, at) => isFound(people[at] ?? { own: '', latin: '' }, query));
        expect(visitors.map(({ visitor }) => visitor).toSorted()).toEqual(expected.toSorted());
        expect(total).toBe(expected.length);
        const exact = visitors.map((visitor) => Number(isWhole(visitor.name, query)));
        expect(exact).toEqual(exact.toSorted((one, other) => other - one));
        for (const limit of [1, 3])
          expect(find(query, strangers, limit)).toEqual({ total, visitors: visitors.slice(0, limit) });
      }),
    );
  });
});
