import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Job } from '../job.ts';
import { anyJob, anyWishes, createJob, fields, place } from './match.fixture.ts';
import { points, rankJobs, type Match } from './rank-jobs.ts';
import { hasWishes, noWishes, type Wishes } from './wishes.ts';

const rank = (jobs: readonly Job[], wishes: Partial<Wishes>) =>
  rankJobs({ jobs, wishes: { ...noWishes, ...wishes }, fields, place });
const idsOf = (matches: readonly Match[]) => matches.map(({ job }) => job.id);
const anyJobs = fc.uniqueArray(anyJob, { selector: ({ id }) => id, maxLength: 12 });

test('something with verification, in English, not nights', () => {
  const jobs = [
    createJob({ id: 'nights', languages: ['en'], title: { en: 'Verification Engineer, Night Shift' } }),
    createJob({ id: 'mandarin', languages: ['cmn'], title: { en: 'Verification Engineer' } }),
    createJob({ id: 'fits', languages: ['en'], title: { en: 'Verification Engineer' } }),
    createJob({ id: 'other', languages: ['en'], title: { en: 'Buyer' } }),
  ];
  const matches = rank(jobs, { field: 'verification', languages: ['en'], matters: ['regular-hours'] });
  expect(matches.filter(({ isRuledOut }) => !isRuledOut).map(({ job }) => job.id)).toEqual(['fits', 'other']);
  expect(matches[0]?.reasons).toEqual([
    { kind: 'field', field: 'verification', isSure: true },
    { kind: 'languages', languages: ['en'] },
    { kind: 'matter', matter: 'regular-hours' },
  ]);
  expect(matches.find(({ job }) => job.id === 'mandarin')?.misses).toEqual([{ kind: 'languages', languages: ['cmn'] }]);
  expect(matches.find(({ job }) => job.id === 'nights')?.misses).toEqual([{ kind: 'matter', matter: 'regular-hours' }]);
});

test('a job says which of the skills it uses, and which it does not', () => {
  const [match] = rank([createJob({ skills: ['SystemVerilog', 'UVM'] })], {
    skills: ['systemverilog', 'uvm', 'python'],
  });
  expect(match).toMatchObject({
    score: 2 * points.skill,
    reasons: [{ kind: 'skills', skills: ['systemverilog', 'uvm'] }],
    misses: [{ kind: 'skills', skills: ['python'] }],
  });
});

test('what a job does not tell speaks neither for nor against it', () => {
  const silent = createJob({ company: 'elsewhere' });
  const [match] = rank([silent], { level: 'graduate', languages: ['en'], matters: ['close-by', 'new', 'permanent'] });
  expect(match).toMatchObject({ score: 0, reasons: [], misses: [], isRuledOut: false });
});

test('among equals: the field in the title first, then the newest, then by id', () => {
  const jobs = [
    createJob({ id: 'b', posted: '2025-05-01', title: { en: 'Verification' } }),
    createJob({ id: 'a', posted: '2025-05-01', title: { en: 'Verification' } }),
    createJob({ id: 'text', posted: '2025-05-29', text: { en: 'Writes a testbench.' } }),
    createJob({ id: 'new', posted: '2025-05-20', title: { en: 'Verification' } }),
  ];
  expect(idsOf(rank(jobs, { field: 'verification' }))).toEqual(['new', 'a', 'b', 'text']);
});

test('one more skill that a job has never lowers it', () => {
  fc.assert(
    fc.property(anyJobs, anyWishes, (jobs, wishes) => {
      const before = rank(jobs, wishes);
      for (const { job, score } of before) {
        const added = job.skills.find((skill) => !wishes.skills.includes(skill));
        if (added === undefined) continue;
        const after = rank(jobs, { ...wishes, skills: [...wishes.skills, added] });
        expect(after.find((match) => match.job === job)?.score).toBeGreaterThan(score);
        expect(idsOf(after).indexOf(job.id)).toBeLessThanOrEqual(idsOf(before).indexOf(job.id));
      }
    }),
  );
});

test('a job that learns to use a wished skill never falls', () => {
  fc.assert(
    fc.property(anyJobs, anyWishes, fc.nat(), (jobs, wishes, pick) => {
      const job = jobs[pick % Math.max(1, jobs.length)];
      const skill = wishes.skills.find((wished) => !job?.skills.includes(wished));
      if (!job || skill === undefined) return;
      const taught = { ...job, skills: [...job.skills, skill] };
      const before = idsOf(rank(jobs, wishes)).indexOf(job.id);
      const after = idsOf(rank(jobs.with(jobs.indexOf(job), taught), wishes)).indexOf(job.id);
      expect(after).toBeLessThanOrEqual(before);
    }),
  );
});

/** Wishes that are met one and all count as many reasons as there were questions; a skill counts by itself. */
function countMet({ reasons }: Match): number {
  return reasons.reduce((sum, reason) => sum + (reason.kind === 'skills' ? reason.skills.length : 1), 0);
}

function countAsked({ field, level, skills, languages, matters }: Wishes): number {
  return [field !== null, level !== null, languages.length > 0].filter(Boolean).length + skills.length + matters.length;
}

test('a job that meets every wish stands above each that meets only some', () => {
  fc.assert(
    fc.property(anyJobs, anyWishes, (jobs, wishes) => {
      fc.pre(hasWishes(wishes));
      const isFull = rank(jobs, wishes).map((match) => countMet(match) === countAsked(wishes));
      expect(isFull).toEqual(isFull.toSorted((a, b) => Number(b) - Number(a)));
    }),
  );
});

test('the order of the jobs does not matter', () => {
  fc.assert(
    fc.property(anyJobs, anyWishes, (jobs, wishes) => {
      expect(idsOf(rank(jobs.toReversed(), wishes))).toEqual(idsOf(rank(jobs, wishes)));
    }),
  );
});

test('every point has its reason', () => {
  fc.assert(
    fc.property(anyJobs, anyWishes, (jobs, wishes) => {
      for (const { score, reasons } of rank(jobs, wishes)) {
        const told = reasons.map((reason) => {
          switch (reason.kind) {
            case 'skills':
              return reason.skills.length * points.skill;
            case 'field':
            case 'level':
            case 'languages':
            case 'matter':
              return points[reason.kind];
          }
        });
        expect(score).toBe(told.reduce((sum, each) => sum + each, 0));
      }
    }),
  );
});
