import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agenda, check, event, jobs, type Written } from './small-pack.fixture.ts';
import { writeWorkbook } from './workbook.fixture.ts';

/** The small pack with jobs of another file only, read as event.json says. */
function checkJobs(mapping: object, files: Record<string, Written>) {
  return check({
    'event.json': { ...event, files: { jobs: mapping } },
    'companies.csv': null,
    'jobs.csv': null,
    'agenda.csv': null,
    ...files,
  });
}

describe('what event.json says of a file', () => {
  const listed = {
    found: 2,
    openings: [
      { ref: 7, firm: { name: 'Acme' }, what: 'Tester', where: ['Penang', 'Ipoh'], open: true, kind: 'perm', stack: 'C、C++', body: '<p>Test <b>it</b>.</p><ul><li>well</li></ul>' },
      { ref: 8, firm: { name: 'Bolt' }, what: 'Leader', where: [], open: false },
      { ref: 9, firm: { name: 'Bolt' }, what: null, where: [], open: true, body: 'x' },
    ],
  }; // prettier-ignore
  const mapping = {
    from: 'site.json',
    list: 'openings',
    language: 'en',
    columns: { id: 'ref', company: 'firm.name', title: 'what', place: 'where', contract: 'kind', skills: 'stack', text: ['body', 'what'] },
    constants: { level: 'graduate' },
    values: { contract: { perm: 'full-time' } },
    where: { open: true },
    skipWithout: 'title',
  }; // prettier-ignore

  it('maps paths, lists, constants and values, and tells what it leaves out', async () => {
    const { catalogue, problems } = await checkJobs(mapping, { 'site.json': listed });
    expect(catalogue?.jobs).toEqual([
      {
        id: '7',
        company: 'acme',
        title: { en: 'Tester' },
        place: { en: 'Penang; Ipoh' },
        contract: 'full-time',
        level: 'graduate',
        languages: [],
        skills: ['C', 'C++'],
        text: { en: 'Test it.\n\n• well\n\nTester' },
      },
    ]);
    expect(problems).toMatchObject([
      { severity: 'warning', message: 'There is no title, so that this one is left out.' },
    ]);
  });

  it('names a column that the file does not have, and a field that nobody knows', async () => {
    const wrong = { ...mapping, columns: { ...mapping.columns, title: 'nope', titel: 'what' } };
    const { catalogue, lines } = await checkJobs(wrong, { 'site.json': listed });
    expect(catalogue).toBeNull();
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining(
          '"nope", which event.json names for title, is not in this file. Write one of ref, firm,',
        ),
        expect.stringContaining('"titel" in "columns" for jobs is no field.'),
      ]),
    );
  });

  it('names a file that is not there, and a list that is not there', async () => {
    expect((await checkJobs(mapping, {})).lines).toEqual([
      'event.json, files: The file "site.json", which "files" names, is not in the pack. Put it beside event.json, or write another name.',
    ]);
    expect((await checkJobs({ ...mapping, list: 'jobs' }, { 'site.json': listed })).lines).toContain(
      'site.json, line 1: There is no list at "jobs". Write another path as "list" in event.json.',
    );
  });

  it('reads several files as one list, each its own way', async () => {
    const { catalogue, problems } = await checkJobs(
      [{ from: 'a-*.csv' }, { from: 'b.jsonl', columns: { title: 'name' } }],
      {
        'a-1.csv': 'company,title,text\nAcme,One,x\n',
        'a-2.csv': '公司,職位,內容\nAcme,工程師,負責設計\n',
        'b.jsonl': '{"company":"Bolt","name":"Three","text":"x"}\n\n{"company":"Bolt","name":"Four"}\n',
      },
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: 'b.jsonl', line: 3, column: 'text', message: 'A value is missing.' },
    ]);
    expect(catalogue).toBeNull();
  });

  it('reads a folder of a part, too', async () => {
    const { catalogue, problems } = await check({
      'jobs.csv': null,
      'jobs/site-1.csv': jobs,
      'jobs/site-2.tsv': 'company\ttitle\ttext\nAcme\tTester\tTest it.\n',
    });
    expect(problems).toEqual([]);
    expect(catalogue?.jobs).toHaveLength(2);
  });
});

describe('formats', () => {
  it('reads jobs and agenda from workbooks, dates and times as dates and times', async () => {
    const { catalogue, problems } = await check({
      'jobs.csv': null,
      'jobs.xlsx': writeWorkbook([['公司', '職位名稱', '職位描述', '發布日期'], ['Acme', '工程師', '負責設計', new Date('2025-05-13')]]),
      'agenda.csv': null,
      'agenda.xlsx': writeWorkbook([['Topic', 'Date', 'Start', 'End'], ['Opening', new Date('2025-05-30'), '10:00', '11:00'], ['Talk', '', new Date('2025-05-30T13:30:00Z'), '2:30 pm']]),
    }); // prettier-ignore
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(catalogue?.jobs[0]).toMatchObject({ company: 'acme', title: { 'zh-Hant': '工程師' }, posted: '2025-05-13' });
    expect(catalogue?.sessions.map(({ start, end }) => [start, end])).toEqual([
      ['2025-05-30T10:00', '2025-05-30T11:00'],
      ['2025-05-30T13:30', '2025-05-30T14:30'],
    ]);
  });
});

describe('sessions', () => {
  const ofAgenda = async (row: string) => check({ 'agenda.csv': `title,date,time,end,duration,room\n${row}\n` });

  it.each([
    ['Talk,2025-05-30,10:00-11:15,,,', '10:00', '2025-05-30T11:15'],
    ['Talk,,10:00,,90,', '10:00', '2025-05-30T11:30'],
    ['Talk,30 May 2025,10:00,11:00,,', '10:00', '2025-05-30T11:00'],
    ['Party,2025-05-30,22:00,01:00,,', '22:00', '2025-05-31T01:00'],
  ])('%s', async (row, from, until) => {
    const { catalogue } = await ofAgenda(row);
    expect(catalogue?.sessions[0]).toMatchObject({ start: `2025-05-30T${from}`, end: until });
  });

  it('that end before they start are left out with a warning', async () => {
    const { catalogue, problems } = await check({ 'agenda.csv': agenda.replace('T11:00', 'T09:00') });
    expect(catalogue?.sessions).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'warning', column: 'end' }]);
  });
});

describe('ids that nobody wrote', () => {
  const rows = ['Acme,Tester,Test it.', 'Acme,Designer,Draw it.', 'Bolt,Tester,Test it.', 'Söhne,工程師,做事'];

  it('stay when rows change places', async () => {
    const read = async (lines: readonly string[]) => {
      const { catalogue } = await check({
        'companies.csv': null,
        'jobs.csv': `company,title,text\n${lines.join('\n')}\n`,
      });
      return catalogue?.jobs
        .map(({ id, company, title }) => `${id} ${company} ${Object.values(title).join('')}`)
        .toSorted();
    };
    const expected = await read(rows);
    expect(new Set(expected)).toHaveLength(4);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        expect(await read(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('leave out a row that says the same, and keep one that says more', async () => {
    const text = `id,company,title,text\nJ1,acme,Tester,Test it.\nJ1,acme,Tester,Test it.\nJ1,acme,Leader,Lead.\n`;
    const { catalogue, problems } = await check({ 'jobs.csv': text });
    expect(catalogue?.jobs.map(({ id }) => id)).toEqual(['J1', 'J1-2']);
    expect(problems).toMatchObject([
      { severity: 'warning', row: 3, message: 'This one says the same as row 2 and is left out.' },
      { severity: 'warning', row: 4, message: '"J1" stands already in row 2; this one is kept as "J1-2".' },
    ]);
  });
});
