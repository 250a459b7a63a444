import { describe, expect, it } from 'vitest';
import { agenda, check, companies, event, jobs, toBytes } from './small-pack.fixture.ts';

describe('a pack in order', () => {
  it('gives the catalogue, with columns folded into texts, numbers and lists', async () => {
    const { catalogue, problems } = await check();
    expect(problems).toEqual([]);
    expect(catalogue?.companies).toEqual([
      { id: 'acme', name: { en: 'Acme' }, stands: ['A01'] },
      { id: 'bolt', name: { en: 'Bolt' }, stands: ['A02'] },
    ]);
    expect(catalogue?.jobs[0]).toMatchObject({
      function: 'design',
      languages: ['en', 'yue'],
      title: { en: 'Engineer' },
    });
    expect(catalogue?.sessions[0]).toMatchObject({ place: 'room-1', capacity: 40 });
    expect(catalogue?.floorPlan?.features).toHaveLength(5);
  });

  it('needs nothing but event.json', async () => {
    const { catalogue, problems } = await check({
      'companies.csv': null,
      'jobs.csv': null,
      'agenda.csv': null,
      'floorplan.geojson': null,
    });
    expect(problems).toEqual([]);
    expect(catalogue).toMatchObject({ companies: [], jobs: [], sessions: [] });
    expect(catalogue).not.toHaveProperty('floorPlan');
  });

  it.each([
    ['a byte order mark', `\uFEFF${companies}`],
    ['lines that end as on Windows', companies.replaceAll('\n', '\r\n')],
    ['lines that end in two ways', companies.replace('\n', '\r\n')],
    ['semicolons', companies.replaceAll(',', ';')],
    ['tabs', companies.replaceAll(',', '\t')],
    ['headings as people write them', companies.replace('id,name_en,stand', 'ID, Name-EN ,Stand')],
    ['empty rows, also as a spreadsheet writes them', companies.replace('\nbolt', '\n\n,,\nbolt').concat(',,\n\n')],
    ['cells in quotation marks', companies.replace('Acme', '"Acme"')],
    ['empty cells at the end of a row', companies.replace('A01', 'A01,,')],
  ])('reads a CSV file with %s', async (_what, written) => {
    expect(await check({ 'companies.csv': written })).toMatchObject({
      problems: [],
      catalogue: (await check()).catalogue,
    });
  });
});

describe('files', () => {
  it('misses event.json', async () => {
    expect(await check({ 'event.json': null })).toMatchObject({
      catalogue: null,
      lines: ['event.json: The file is missing. Write it; every event pack needs one.'],
    });
  });

  it('takes one of two formats of the same file', async () => {
    expect((await check({ 'companies.json': [] })).lines).toEqual([
      'companies.csv: companies.json tells the same as this file. Keep one of the two files, or put both into a folder companies.',
    ]);
  });

  it.each([
    ['company.csv', 'companies.csv'],
    ['Companies.csv', 'companies.csv'],
    ['jobs.ods', 'jobs.csv or jobs.tsv or jobs.xlsx'],
    ['floor-plan.geojson', 'floorplan.geojson'],
  ])('warns of %s, which looks like a file of a pack', async (name, instead) => {
    const { catalogue, lines } = await check({ [name]: 'x' });
    expect(lines).toEqual([`${name}: A file of this name is not read. If it is meant to be, save it as ${instead}.`]);
    expect(catalogue).not.toBeNull();
  });

  it.each(['README.md', 'logo.png', 'sponsors.csv'])('says nothing of %s', async (name) => {
    expect((await check({ [name]: 'x' })).problems).toEqual([]);
  });

  it('names the lines that are not UTF-8, and checks the rest', async () => {
    const broken = toBytes(companies.replace('Acme', 'Acm#').replace('A02', 'Z99'));
    broken[broken.indexOf(0x23)] = 0xe9;
    expect((await check({ 'companies.csv': broken })).problems).toMatchObject([
      { line: 2, message: 'This line is not in UTF-8.' },
      { row: 3, column: 'stand', found: 'Z99' },
    ]);
  });

  it('reads UTF-16, as some spreadsheets save', async () => {
    const bytes = Uint8Array.of(0xff, 0xfe, ...Buffer.from(companies, 'utf16le'));
    expect(await check({ 'companies.csv': bytes })).toMatchObject({
      problems: [],
      catalogue: (await check()).catalogue,
    });
  });
});

describe('columns', () => {
  it('tells a missing required column once, not once for each row', async () => {
    expect((await check({ 'companies.csv': 'id,stand\nacme,A01\nbolt,A02\n' })).lines).toEqual([
      'companies.csv, row 1: The column name_en is missing. Add a column name_en, name_zh_hant or name_zh_hans. ' +
        "Write the company's name in at least one language.",
    ]);
  });

  it.each([
    ['nmae_en', 'Did you mean name_en?'],
    ['turnover', 'Known are id, name_en, name_zh_hant, name_zh_hans, stands, about_en, about_zh_hant, about_zh_hans.'],
  ])('warns of the unknown column %s', async (heading, instead) => {
    const { catalogue, problems } = await check({ 'companies.csv': companies.replace('stand', `stand,${heading}`) });
    expect(problems).toMatchObject([{ severity: 'warning', row: 1, column: heading, instead }]);
    expect(catalogue?.companies).toHaveLength(2);
  });

  it('refuses a heading that stands there twice', async () => {
    expect((await check({ 'companies.csv': companies.replace('stand', 'stand,Stand') })).problems).toMatchObject([
      { severity: 'error', row: 1, column: 'Stand', message: 'This heading stands here twice.' },
    ]);
  });

  it('refuses a file without headings', async () => {
    expect((await check({ 'companies.csv': '' })).lines[0]).toContain('The file has no headings.');
  });
});

describe('rows', () => {
  it('counts rows as a spreadsheet does, whatever lines a cell has', async () => {
    const text = 'id,name_en,stand\nacme,"Ac\nme",A01\n\nbolt,Bolt,Z99\n';
    expect((await check({ 'companies.csv': text })).problems).toMatchObject([{ row: 4, column: 'stand' }]);
  });

  it('leaves a bad row out and goes on', async () => {
    const text = `${companies}a b,Blank,A01\n,None,A02\ncord,,A02\nend,End,Z99\n`;
    expect((await check({ 'companies.csv': text })).lines).toEqual([
      "companies.csv, row 6, column name_en: A value is missing. Write the company's name in at least one language.",
      'companies.csv, row 4, column id: "a b" does not fit as an id; "a-b" is used. Use letters, digits, dot, dash or underscore (64 at most).',
      'companies.csv, row 4, column stand: "acme" stands at A01 as well. Write another stand, unless they share it.',
      'companies.csv, row 5, column stand: "bolt" stands at A02 as well. Write another stand, unless they share it.',
      'companies.csv, row 7, column stand: "Z99" is not on the floor plan. Write one of A01 or A02, or leave it empty.',
    ]);
  });

  it('refuses a row with more cells than headings', async () => {
    expect((await check({ 'companies.csv': companies.replace('Acme', 'Acme, Inc.') })).lines).toEqual([
      'companies.csv, row 2: The row has 4 cells, the heading 3. ' +
        'Put a cell that holds a comma in quotation marks, or add the missing heading.',
    ]);
  });

  it.each([
    ['never closed', 'acme,"Acme,A01', 'A quotation mark that opens in this row is never closed.'],
    ['followed by text', 'acme,"Acme" Ltd,A01', 'Something follows the quotation mark that closes a cell.'],
    ['inside', 'acme,The 5" pipe,A01', 'A quotation mark stands inside a cell that does not begin with one.'],
  ])('names the row of a quotation mark that is %s, and reads the rows after it', async (_what, row, message) => {
    const { problems } = await check({ 'companies.csv': `id,name_en,stand\n${row}\nbolt,Bolt,Z99\n` });
    expect(problems).toMatchObject([
      { row: 2, message },
      { row: 3, column: 'stand', found: 'Z99' },
    ]);
  });

  it('gives up on a file that is no table', async () => {
    const { problems } = await check({ 'companies.csv': `id,name_en\n${'a"b\n'.repeat(50)}` });
    expect(problems).toHaveLength(21);
  });

  it.each([
    ['agenda.csv', agenda.replace('40', 'many'), '"many" is not a number. Write a number.'],
    [
      'agenda.csv',
      agenda.replace('talk', 'party'),
      '"party" is not one of the possible values; it is shown as a talk. Write forum, workshop or talk.',
    ],
    ['agenda.csv', agenda.replace('T11:00', ' eleven'), 'Write date and time as YYYY-MM-DDTHH:MM.'],
    [
      'agenda.csv',
      agenda.replace('T11:00', 'T09:00'),
      'It ends before it starts, or at once, and is left out. Write an end that is later than the start.',
    ],
    [
      'jobs.csv',
      jobs.replace('en yue', 'Quenya'),
      '"Quenya" is not one of the possible values and is left out. Write en, yue, cmn,',
    ],
  ])('%s: says in plain words what does not fit', async (file, text, words) => {
    expect((await check({ [file]: text })).lines[0]).toContain(words);
  });
});

describe('JSON', () => {
  it('gives line and column of a syntax error', async () => {
    expect((await check({ 'jobs.csv': null, 'jobs.json': '[\n  {"id": "J1",}\n]' })).lines).toEqual([
      'jobs.json, line 2: This is not JSON from column 15 on, where "}" stands. ' +
        'Look for a missing comma, bracket or quotation mark there or just before.',
    ]);
    expect((await check({ 'event.json': '{"id": ' })).lines).toEqual([
      'event.json, line 1: The file ends in the middle, at line 1, column 8. ' +
        'Look for a missing comma, bracket or quotation mark there or just before.',
    ]);
  });

  it('names item, line and path', async () => {
    const text = `[
      {"id": "J1", "company": "acme", "title": {"en": "A"}, "text": {"en": "B"}},
      {"id": "J2", "company": "acme",
        "title": {"zh-Hant": "乙",
          "en": ""},
        "text": {"en": "B"}, "level": 3}
    ]`;
    expect((await check({ 'jobs.csv': null, 'jobs.json': text })).problems).toMatchObject([
      { severity: 'error', row: 2, line: 5, column: 'title.en', message: 'A value is missing.' },
      { severity: 'warning', row: 2, line: 6, column: 'level', found: '3' },
    ]);
  });

  it('warns of a name that it does not know, and reads the item without it', async () => {
    const item = { id: 'J1', company: 'acme', title: { en: 'A' }, text: { en: 'B' }, contarct: 'full-time' };
    const { catalogue, lines } = await check({ 'jobs.csv': null, 'jobs.json': [item] });
    expect(lines).toEqual([
      'jobs.json, item 1, line 11, contarct: This name is not known and is left out. Did you mean contract?',
    ]);
    expect(catalogue?.jobs).toHaveLength(1);
  });

  it('wants a list', async () => {
    expect((await check({ 'jobs.csv': null, 'jobs.json': { id: 'J1' } })).lines[0]).toContain(
      'The file holds no list of jobs.',
    );
  });

  it('refuses what lies too deep to be walked', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect((await check({ 'jobs.csv': null, 'jobs.json': deep })).lines[0]).toContain('more than 64 deep');
  });
});

describe('event.json', () => {
  it('says how the sealing key is made', async () => {
    const { sealingKey: _, ...rest } = event;
    expect((await check({ 'event.json': rest })).lines).toEqual([
      'event.json, line 1, sealingKey: The key that registrations are sealed with is missing or damaged. ' +
        'Run `npm run event -- key PACK`, which writes it.',
    ]);
  });

  it('still checks what refers to the parts that are in order', async () => {
    const kiosks = [{ id: 'K1', place: 'stand-1' }];
    const { lines } = await check({
      'event.json': { ...event, timeZone: 'Mars', kiosks },
      'jobs.csv': jobs.replace('design', 'x'),
    });
    expect(lines).toEqual([
      expect.stringContaining('timeZone: "Mars" does not fit here. Use an IANA time zone such as Asia/Hong_Kong.'),
      expect.stringContaining('kiosks[0].place: "stand-1" is not a kiosk on the floor plan. Write kiosk-1, or'),
      expect.stringContaining('column function: "x" is not a function of the event and is left out. Write design, or'),
    ]);
  });

  it('refuses two choices with one id', async () => {
    const functions = [...event.functions, ...event.functions];
    expect((await check({ 'event.json': { ...event, functions } })).problems).toMatchObject([
      { severity: 'error', column: 'functions[1].id', found: 'design' },
    ]);
  });
});
