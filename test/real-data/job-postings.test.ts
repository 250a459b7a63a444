import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCatalogue } from '../../domain/pack/check-pack.ts';
import { describeProblem } from '../../domain/pack/problem.ts';
import { event, toBytes } from '../../domain/pack/small-pack.fixture.ts';

const examples = new URL('../../../shared/data/jobs/jobposting-schemaorg-examples.txt', import.meta.url);

async function load(file: string, files?: object) {
  const pack = { ...event, kiosks: [], functions: [], ...(files === undefined ? {} : { files }) };
  const bytes = new Uint8Array(readFileSync(examples));
  const { catalogue, problems, tallies } = await checkCatalogue(new Map([['event.json', toBytes(pack)], [file, bytes]])); // prettier-ignore
  return {
    jobs: catalogue?.jobs ?? [],
    companies: catalogue?.companies ?? [],
    tallies,
    lines: problems.map(describeProblem),
  };
}

describe.skipIf(!existsSync(examples))(
  'the JobPosting examples of schema.org (need ../shared/data/jobs/jobposting-schemaorg-examples.txt)',
  () => {
    it('are taken where they name a company, which is made from its name', async () => {
      const { jobs, companies, tallies } = await load('jobs.txt');
      expect(tallies).toEqual([
        { file: 'jobs.txt', records: 14, taken: 3, leftOut: { 'the same in another form': 2, 'no company': 9 } },
      ]);
      expect(companies.map(({ name }) => name.en)).toEqual(['ABC Company Inc.', 'ACME Corp.', 'ACME Software']);
      expect(jobs[0]).toMatchObject({
        title: { en: 'Software Engineer' },
        place: { en: 'Kirkland, WA' },
        contract: 'full-time',
        level: 'mid',
        posted: '2011-10-31',
      });
    });

    it('are all taken when event.json says whose they are', async () => {
      const { jobs, tallies, lines } = await load('jobs.html', {
        jobs: { from: 'jobs.html', constants: { company: 'Example' } },
      });
      expect(tallies).toMatchObject([{ records: 14, leftOut: { 'the same in another form': 2 } }]);
      expect(jobs.map(({ title }) => title.en)).toEqual(
        expect.arrayContaining([
          'Software Engineer',
          'electrician',
          'Stone mason',
          'Mobile App Developer',
          'Junior software developer',
        ]),
      );
      expect(lines.filter((line) => line.includes('error'))).toEqual([]);
    });
  },
);
