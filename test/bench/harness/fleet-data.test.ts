import { expect, it } from 'vitest';
import { attendeeSchema } from '../../../domain/attendee.ts';
import { jobSchema } from '../../../domain/job.ts';
import { deriveTicket, unlockAttendee } from '../../../domain/sealing/ticket.ts';
import { cutPages } from '../download/cut-pages.ts';
import { rowsAPage, type PeerPage } from '../download/page/pages.ts';
import { createAttendees, lockAttendees } from './attendees.ts';
import { createDraw } from './draw.ts';
import { createJobs, readSampleCatalogue } from './sample-catalogue.ts';

const { jobs: samples, event } = readSampleCatalogue();

it('makes jobs that a pack could have, none like another, and the same in every run', () => {
  const jobs = createJobs(samples, samples.length * 2 + 1);
  for (const job of jobs) expect(jobSchema.parse(job)).toEqual(job);
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
  expect(new Set(jobs.map(({ text }) => JSON.stringify(text))).size).toBe(jobs.length);
  expect(createJobs(samples, jobs.length)).toEqual(jobs);
});

it('makes attendees that a list could have, and locks them as a hub does', async () => {
  const attendees = createAttendees({ count: 3, shortCodes: 1 });
  for (const attendee of attendees) expect(attendeeSchema.parse(attendee)).toEqual(attendee);
  expect(attendees.map(({ code }) => code.length)).toEqual([8, 36, 36]);
  const locked = await lockAttendees(attendees, event.sealingKey);
  for (const [at, { code, ...details }] of attendees.entries()) {
    const ticket = await deriveTicket(code, event.sealingKey);
    expect(locked[at] && unlockAttendee(locked[at], ticket)).toEqual({ ok: true, value: details });
  }
});

it('gives peers every row once, and an end', () => {
  const jobs = createJobs(samples, rowsAPage + 1);
  const pages = cutPages(jobs.map((item) => ({ kind: 'job' as const, id: item.id, item })));
  const read = (path: string) => JSON.parse(pages.get(path) ?? 'null') as PeerPage;
  const all = [read('/pages/job/0'), read('/pages/job/1'), read('/pages/job/2')];
  expect(all.map(({ rows, complete }) => [rows.length, complete])).toEqual([
    [rowsAPage, false],
    [1, true],
    [0, true],
  ]);
  expect(all.flatMap(({ rows }) => rows)).toEqual(jobs);
  expect(read('/pages/attendee/0')).toEqual({ rows: [], complete: true });
});

it('draws evenly', () => {
  const draw = createDraw(1);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let each = 0; each < 10_000; each += 1) {
    const at = Math.floor(draw() * 10);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
