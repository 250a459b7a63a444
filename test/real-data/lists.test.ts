import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../domain/catalogue.ts';
import { checkCatalogue } from '../../domain/pack/check-pack.ts';
import { event } from '../../domain/pack/small-pack.fixture.ts';
import { describeTallies } from '../../build/event/describe-problems.ts';

const realData = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** Of several days, so that a time without a day has none. */
const days = ['2026-07-17', '2026-07-18'].map((date) => ({ date, opens: '09:00', closes: '18:00' }));

/** Real lists, each with what its mapping of a few lines makes of it. */
const packs: readonly {
  readonly pack: string;
  readonly files: Readonly<Record<string, string>>;
  readonly counts: Partial<Record<'companies' | 'jobs' | 'sessions' | 'skills', number>>;
  readonly leftOut: readonly Readonly<Record<string, number>>[];
  readonly look: (catalogue: Catalogue) => unknown;
  readonly example: object;
}[] = [
  {
    pack: '104-semiconductor',
    files: { 'zh-hant-semiconductor.jsonl': 'jobs/zh-hant-semiconductor.jsonl' },
    counts: { companies: 866, jobs: 2060 },
    leftOut: [{ repeated: 5 }],
    look: ({ jobs }) => jobs[1],
    example: {
      title: { 'zh-Hant': 'IoT LINUX與FW整合主管' },
      posted: '2017-07-14',
      skills: ['Linux', 'MCU', 'C', 'C++', '軟體工程系統開發', '韌體工程開發', '軟體程式設計', '韌體程式設計'],
    },
  },
  {
    pack: 'new-grad',
    files: { 'en-newgrad.json': 'jobs/en-newgrad.json' },
    counts: { companies: 86, jobs: 138 },
    leftOut: [{ 'not asked for by "where"': 1150 }],
    look: ({ jobs }) => jobs.find(({ id }) => id === '221a634f-b340-449b-bd5c-71bfce0130d2'),
    example: { company: 'microsoft', level: 'graduate', place: { en: 'Redmond, WA' }, posted: '2024-06-27' },
  },
  {
    pack: 'job-skills',
    files: { 'en-descriptions.csv': 'jobs/en-descriptions.csv' },
    counts: { companies: 2, jobs: 1112 },
    leftOut: [{ 'no title': 1, 'no text': 14, repeated: 123 }],
    look: ({ jobs }) => jobs[0],
    example: { company: 'google', title: { en: 'Google Cloud Program Manager' }, place: { en: 'Singapore' } },
  },
  {
    pack: 'lagou',
    files: { 'zh-hans-lagou.csv': 'jobs/zh-hans-lagou.csv' },
    counts: { companies: 421, jobs: 596 },
    leftOut: [{ repeated: 81 }],
    look: ({ jobs }) => jobs[0],
    example: { title: { 'zh-Hans': 'python工程师' }, place: { 'zh-Hans': '上海' } },
  },
  {
    pack: 'waic',
    files: { 'waic-exhibitors.json': 'exhibitors/waic-2026.json', 'waic-agenda.json': 'agenda/waic-2026.json' },
    counts: { companies: 1011, sessions: 184 },
    leftOut: [{ 'no name': 9 }, { 'not asked for by "where"': 4, 'no start': 148, 'no end': 16 }],
    look: ({ companies, sessions }) => ({
      stands: companies[0]?.stands,
      session: sessions.find(({ id }) => id === 'off-32092e1587'),
    }),
    example: {
      stands: ['H2-B101', 'Z1A-603'],
      session: {
        kind: 'forum',
        start: '2026-07-17T13:30',
        end: '2026-07-17T16:30',
        title: { 'zh-Hans': '量子城市空间智能论坛', en: 'Quantum City Spatial Intelligence Forum' },
        room: { 'zh-Hans': '杨浦会场 复兴岛复兴云厅（共青路136号）' },
      },
    },
  },
  {
    pack: 'gamescom',
    files: { 'gamescom-2026.json': 'exhibitors/gamescom-2026.json' },
    counts: { companies: 1783 },
    leftOut: [{}],
    look: ({ companies }) => companies.find(({ id }) => id === '4divinity_uk_ltd'),
    example: { name: { en: '4Divinity UK Ltd' }, stands: ['7.1 B021/C020', '6.1 A030'] },
  },
  {
    pack: 'esco',
    files: { 'esco-digital-skills.csv': 'skills/esco-digital-skills.csv' },
    counts: { skills: 1284 },
    leftOut: [{}],
    look: ({ skills }) => skills?.[2],
    example: { label: { en: 'KDevelop' }, alternatives: ['kdevplatform', 'KDevelop platform'] },
  },
];

describe.skipIf(!existsSync(realData))('real lists, by a mapping of a few lines (need ../shared/data)', () => {
  it.each(packs)('$pack', async ({ pack, files, counts, leftOut, look, example }) => {
    const mapping = readFileSync(join(import.meta.dirname, 'packs', pack, 'event.json'), 'utf8');
    expect(mapping.trim().split('\n').length, 'a mapping is a few lines').toBeLessThanOrEqual(24);
    const written = JSON.stringify({ ...event, days, kiosks: [], ...(JSON.parse(mapping) as object) });
    const { catalogue, problems, tallies } = await checkCatalogue(
      new Map([
        ['event.json', new TextEncoder().encode(written)],
        ...Object.entries(files).map(([name, path]) => [name, readFileSync(join(realData, path))] as const),
      ]),
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { companies = [], jobs = [], sessions = [], skills = [] } = catalogue ?? {};
    const taken = { companies: companies.length, jobs: jobs.length, sessions: sessions.length, skills: skills.length };
    expect(taken, describeTallies(tallies)).toEqual({ companies: 0, jobs: 0, sessions: 0, skills: 0, ...counts });
    expect(tallies.map((tally) => tally.leftOut)).toEqual(leftOut);
    expect(catalogue && look(catalogue)).toMatchObject(example);
  });
});
