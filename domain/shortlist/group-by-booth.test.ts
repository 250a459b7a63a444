import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Company } from '../company.ts';
import type { Job } from '../job.ts';
import type { Session } from '../session.ts';
import type { ShortlistEntry } from '../shortlist.ts';
import { groupByBooth, type ShortlistSource } from './group-by-booth.ts';

const company = (id: string, ...stands: string[]): Company => ({ id, name: { en: id }, stands });
const job = (id: string, of: string): Job => ({
  id,
  company: of,
  languages: [],
  skills: [],
  title: { en: id },
  text: { en: id },
});
const session = (id: string, start: string): Session => ({
  id,
  kind: 'talk',
  speakers: [],
  start: `2025-05-30T${start}`,
  end: '2025-05-30T23:00',
  title: { en: id },
});

const companies = [
  company('alpha', 'C03', 'C04'),
  company('beta', 'A01'),
  company('gamma', 'X99', 'A01'),
  company('delta'),
];
const jobs = [job('a1', 'alpha'), job('a2', 'alpha'), job('b1', 'beta'), job('d1', 'delta'), job('lost', 'nobody')];
const sessions = [session('late', '15:00'), session('early', '10:00')];
const source: ShortlistSource = {
  companyById: new Map(companies.map((each) => [each.id, each])),
  jobById: new Map(jobs.map((each) => [each.id, each])),
  sessions,
  standByLabel: new Map(['A01', 'C03', 'C04'].map((label) => [label, { properties: { id: `stand-${label}` } }])),
};
const entries = (kind: ShortlistEntry['kind'], ...ids: string[]) => ids.map((id) => ({ kind, id }));

test('jobs and companies meet at their booth, and booths stand in order', () => {
  const shortlist = [...entries('job', 'a2', 'b1', 'a1'), ...entries('company', 'gamma', 'alpha')];
  const { booths, elsewhere } = groupByBooth(shortlist, source);
  expect(elsewhere).toEqual([]);
  expect(booths.map(({ label, place }) => [label, place])).toEqual([
    ['A01', 'stand-A01'],
    ['C03', 'stand-C03'],
  ]);
  expect(booths[0]?.companies.map((each) => [each.company.id, each.isKept])).toEqual([
    ['beta', false],
    ['gamma', true],
  ]);
  expect(booths[1]?.companies[0].jobs.map(({ id }) => id)).toEqual(['a2', 'a1']);
});

test('a company without a stand on the plan is told apart, and sessions come by time', () => {
  const kept = groupByBooth([...entries('job', 'd1'), ...entries('session', 'late', 'early')], source);
  expect(kept.elsewhere.map((each) => each.company.id)).toEqual(['delta']);
  expect(kept.sessions.map(({ id }) => id)).toEqual(['early', 'late']);
});

test('what was taken off since is counted, and nothing else is lost', () => {
  const ids = ['a1', 'b1', 'lost', 'alpha', 'beta', 'delta', 'early', 'late', 'nowhere'];
  const entry = fc.record({ kind: fc.constantFrom('job', 'company', 'session'), id: fc.constantFrom(...ids) });
  const unique = { selector: (each: ShortlistEntry) => `${each.kind} ${each.id}` };
  fc.assert(
    fc.property(fc.uniqueArray(entry, unique), (shortlist) => {
      const { booths, elsewhere, sessions: kept, gone } = groupByBooth(shortlist, source);
      const met = [...booths.flatMap((booth) => booth.companies), ...elsewhere];
      const shown = met.reduce((sum, each) => sum + each.jobs.length + Number(each.isKept), kept.length);
      expect(shown + gone).toBe(shortlist.length);
      expect(new Set(booths.map(({ place }) => place)).size).toBe(booths.length);
    }),
  );
});
