import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../domain/pack/check-pack.ts';
import { describeProblem } from '../../domain/pack/problem.ts';
import { event, toBytes } from '../../domain/pack/small-pack.fixture.ts';
import type { Session } from '../../domain/session.ts';

const folder = new URL('../../../shared/data/agenda/', import.meta.url);

async function load(file: string, change: object) {
  const pack = { ...event, kiosks: [], functions: [], ...change };
  const files = new Map([
    ['event.json', toBytes(pack)],
    ['agenda.xml', new Uint8Array(readFileSync(new URL(file, folder)))],
  ]);
  const { catalogue, problems, tallies } = await checkCatalogue(files);
  const sessions: readonly Session[] = catalogue?.sessions ?? [];
  return {
    sessions,
    tallies,
    lines: problems.map(describeProblem),
    find: (id: string) => sessions.find((each) => each.id === id),
  };
}

const opening = { opens: '09:00', closes: '18:00' };
const days = (...dates: string[]) => dates.map((date) => ({ date, ...opening }));
const fosdem = { timeZone: 'Europe/Brussels', days: days('2025-02-01', '2025-02-02') };
const congress = { timeZone: 'Europe/Berlin', days: days('2024-12-27', '2024-12-28', '2024-12-29', '2024-12-30') };

describe.skipIf(!existsSync(new URL('fosdem-2025.xml', folder)))(
  'FOSDEM 2025 (needs ../shared/data/agenda/fosdem-2025.xml)',
  () => {
    it('is taken whole, all of its 29 rooms', async () => {
      const { sessions, tallies, lines } = await load('fosdem-2025.xml', fosdem);
      expect(tallies).toEqual([{ file: 'agenda.xml', records: 943, taken: 943, leftOut: {} }]);
      expect(new Set(sessions.map(({ room }) => room?.en)).size).toBe(29);
      expect(new Set(sessions.map(({ track }) => track?.en)).size).toBeGreaterThan(50);
      expect(lines).toEqual([]);
    });

    it('has times, texts without tags and speakers', async () => {
      const { sessions, find } = await load('fosdem-2025.xml', fosdem);
      expect(find('6643')).toMatchObject({
        start: '2025-02-01T12:25',
        end: '2025-02-01T12:45',
        room: { en: 'K.3.201' },
        track: { en: 'LLVM' },
        speakers: ['Marius Brehler'],
      });
      for (const { text } of sessions)
        expect(text?.en ?? '').not.toMatch(/<\/?(p|a|ul|li|br|strong|em|code|pre)[\s>]|&(nbsp|amp|lt);/);
    });
  },
);

describe.skipIf(!existsSync(new URL('38c3.xml', folder)))('38C3 (needs ../shared/data/agenda/38c3.xml)', () => {
  it('is taken whole, and says once how many are in German', async () => {
    const { sessions, tallies, lines } = await load('38c3.xml', congress);
    expect(tallies).toEqual([{ file: 'agenda.xml', records: 1007, taken: 1007, leftOut: {} }]);
    expect(new Set(sessions.map(({ room }) => room?.en)).size).toBe(72);
    expect(lines).toEqual([
      'agenda.xml, item 3, line 78: 460 sessions, the first of them here, are in a language that kiosks do not speak; their texts are shown where English stands. Write the texts in English or Chinese too.',
    ]);
    const kinds = Object.groupBy(sessions, ({ kind }) => kind);
    expect([kinds.workshop?.length, kinds.forum?.length, kinds.talk?.length]).toEqual([140, 25, 842]);
  });

  it('runs past midnight', async () => {
    const { sessions, find } = await load('38c3.xml', congress);
    expect(find('215')).toMatchObject({ start: '2024-12-28T01:10', end: '2024-12-28T02:40', room: { en: 'Saal 1' } });
    expect(find('248')).toMatchObject({ start: '2024-12-28T00:15', end: '2024-12-28T00:55' });
    expect(find('2')).toMatchObject({ start: '2024-12-27T10:30', end: '2024-12-27T11:00', kind: 'forum' });
    expect(sessions.filter(({ start, end }) => start.slice(0, 10) !== end.slice(0, 10)).length).toBe(47);
    expect(sessions.filter(({ start }) => start.slice(11) < '06:00').length).toBe(58);
  });

  it('is told on the clock of another place as well', async () => {
    const { find } = await load('38c3.xml', { ...congress, timeZone: 'Asia/Hong_Kong' });
    expect(find('2')).toMatchObject({ start: '2024-12-27T17:30', end: '2024-12-27T18:00' });
    expect(find('215')).toMatchObject({ start: '2024-12-28T08:10', end: '2024-12-28T09:40' });
  });
});
