import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages } from '../localised.ts';
import { jobContracts, jobLevels } from '../job.ts';
import { lookUp } from './check-item.ts';
import { checkCatalogue } from './check-pack.ts';
import { toHeading } from './name-fields.ts';
import { locateJson } from './json-positions.ts';
import { describeProblem } from './problem.ts';
import { event, features, plan, toBytes, type Written } from './small-pack.fixture.ts';
import { agendaTable, companyTable, jobTable, type Table } from './tables.ts';

const fileNames = ['event.json', 'companies.csv', 'companies.json', 'jobs.csv', 'jobs.json', 'agenda.csv', 'agenda.json', 'skills.tsv', 'jobs.jsonl', 'agenda.xlsx', 'floorplan.geojson']; // prettier-ignore

/** Bytes that reach deeper than noise: torn, spliced and repeated pieces of what such files are made of. */
const scrap = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ',',
        ';',
        '"',
        '""',
        '\n',
        '\r\n',
        '\r',
        '\t',
        '\0',
        '{',
        '}',
        '[',
        ']',
        ':',
        '\uFEFF',
        '-1',
        '1e999',
        'null',
      ),
      fc.constantFrom(
        'id',
        'name_en',
        'stand',
        'company',
        'title_en',
        '"id":"a"',
        '"properties":',
        '"features":',
        '__proto__',
      ),
      fc.json({ maxDepth: 3 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => new TextEncoder().encode(pieces.join('')));
const torn = fc
  .tuple(fc.constantFrom<object>(event, plan, features, [{ id: 'a' }]), fc.nat(), fc.uint8Array({ maxLength: 4 }))
  .map(([value, cut, noise]) => {
    const bytes = toBytes(value);
    const at = cut % bytes.length;
    return Uint8Array.of(...bytes.subarray(0, at), ...noise, ...bytes.subarray(at + noise.length));
  });
const anyBytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), scrap, torn);

it('never throws, whatever the bytes of its files, and always says why there is no catalogue', async () => {
  const files = fc.dictionary(fc.constantFrom(...fileNames), anyBytes);
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), async (given, withEvent) => {
      const entries = Object.entries(withEvent ? { ...given, 'event.json': toBytes(event) } : given);
      const { catalogue, problems } = await checkCatalogue(new Map(entries));
      expect(catalogue === null).toBe(problems.some(({ severity }) => severity === 'error'));
      for (const problem of problems) expect(describeProblem(problem)).not.toMatch(/[\n\r]/);
    }),
    { numRuns: 1000 },
  );
});

it('never throws for any value in place of another in files that were in order', async () => {
  const slot = fc.constantFrom('properties', 'geometry', 'type', 'coordinates');
  await fc.assert(
    fc.asyncProperty(fc.nat(features.length - 1), slot, fc.jsonValue({ maxDepth: 3 }), async (index, key, value) => {
      const changed = features.map((each, at) => (at === index ? { ...each, [key]: value } : each));
      const written = toBytes({ ...plan, features: changed });
      await checkCatalogue(new Map([['event.json', toBytes(event)], ['floorplan.geojson', written]])); // prettier-ignore
    }),
  );
});

/** Names stand on one line, whatever blanks were written. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((each) => each.replace(/\s+/g, ' ').trim())
  .filter((each) => each !== '');
const localised = fc
  .record({ en: text, 'zh-Hant': text, 'zh-Hans': text }, { requiredKeys: [] })
  .filter((each) => Object.keys(each).length > 0);
const slug = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/);
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));

const company = fc.record(
  { id: slug, name: localised, stands: fc.constantFrom(['A01'], ['A02']), about: localised },
  { requiredKeys: ['id', 'name'] },
);
const job = fc.record(
  {
    id: slug,
    company: slug,
    function: fc.constant('design'),
    level: fc.constantFrom(...jobLevels),
    contract: fc.constantFrom(...jobContracts),
    place: localised,
    languages: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,3}$/), { maxLength: 3 }),
    posted: date,
    title: localised,
    text: localised,
  },
  { requiredKeys: ['id', 'company', 'languages', 'title', 'text'] },
);
const session = fc.record(
  {
    id: slug,
    kind: fc.constantFrom('forum', 'workshop', 'talk'),
    start: date.map((day) => `${day}T09:00`),
    end: fc.constant('2100-01-01T00:00'),
    place: fc.constant('room-1'),
    capacity: fc.integer({ min: 1, max: 100_000 }),
    title: localised,
    text: localised,
  },
  { requiredKeys: ['id', 'kind', 'start', 'end', 'title'] },
);
const lists = fc
  .record({
    companies: fc.uniqueArray(company, { selector: ({ id }) => id, minLength: 1, maxLength: 6 }),
    jobs: fc.uniqueArray(job, { selector: ({ id }) => id, maxLength: 6 }),
    sessions: fc.uniqueArray(session, { selector: ({ id }) => id, maxLength: 6 }),
  })
  .map(({ companies, jobs, sessions }) => {
    const employed = jobs.map((each, index) => ({ ...each, company: companies[index % companies.length]?.id }));
    return { companies, jobs: employed, sessions };
  });

/** A spreadsheet's CSV, with the separator and line end of its country and system. */
function writeCsv(
  items: readonly object[],
  table: Table<unknown>,
  style: { separator: string; lineEnd: string },
): string {
  const columns = Object.entries(table.columns).flatMap(([field, { holds }]) =>
    holds === 'localised text'
      ? languages.map((language) => ({ heading: toHeading(field, language), path: [field, language] }))
      : [{ heading: field, path: [field] }],
  );
  const rows = items.map((item) => columns.map(({ path }) => quoteCell(lookUp(item, path), style.separator)));
  return [columns.map(({ heading }) => heading), ...rows].map((row) => row.join(style.separator)).join(style.lineEnd);
}

function quoteCell(value: unknown, separator: string): string {
  const cell = Array.isArray(value) ? value.join(' ') : String((value as string | number | undefined) ?? '');
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

it('reads back what was written, as CSV and as JSON', async () => {
  const separator = fc.constantFrom(',', ';', '\t');
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.asyncProperty(lists, separator, lineEnd, async (written, separatedBy, endedBy) => {
      const style = { separator: separatedBy, lineEnd: endedBy };
      const { companies, jobs, sessions } = written;
      const common = { 'event.json': event, 'floorplan.geojson': plan };
      const asJson = { ...common, 'companies.json': companies, 'jobs.json': jobs, 'agenda.json': sessions };
      const asCsv = {
        ...common,
        'companies.csv': writeCsv(companies, companyTable, style),
        'jobs.csv': writeCsv(jobs, jobTable, style),
        'agenda.csv': writeCsv(sessions, agendaTable, style),
      };
      for (const files of [asJson, asCsv]) {
        const { catalogue, problems } = await checkCatalogue(
          new Map(Object.entries<Written>(files).map(([name, file]) => [name, toBytes(file)])),
        );
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(catalogue).toMatchObject(written);
      }
    }),
  );
});

it('finds the fault of exactly those texts that JSON.parse refuses', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\u00e9\\n"',
    '"\\x"',
    '"',
    ' ',
    '\n',
    '0',
    '-1.5e+3',
    '01',
    'true',
    'nul',
  );
  const almostJson = fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    fc.json(),
  );
  fc.assert(
    fc.property(almostJson, (json) => {
      expect(locateJson(json).fault === null).toBe(isJson(json));
    }),
    { numRuns: 5000 },
  );
});

function isJson(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
