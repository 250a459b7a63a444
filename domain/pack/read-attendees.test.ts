import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './parse-csv.ts';
import { describeProblem } from './problem.ts';
import { readAttendees } from './read-attendees.ts';
import { toBytes } from './small-pack.fixture.ts';
import { writeWorkbook, type Cell } from './workbook.fixture.ts';

const interests = [
  { id: 'analog', name: { en: 'Analog & RF', 'zh-Hant': '模擬與射頻' } },
  { id: 'digital', name: { en: 'Digital design' } },
];

async function read(written: string | readonly (readonly Cell[])[]) {
  const file = typeof written === 'string' ? 'attendees.csv' : 'attendees.xlsx';
  const bytes = typeof written === 'string' ? toBytes(written) : writeWorkbook(written);
  const { list, problems } = await readAttendees(file, bytes, interests);
  return { attendees: (list?.entries ?? []).map(({ item }) => item), lines: problems.map(describeProblem), problems };
}

const chan = {
  code: 'ME25-7K3Q-9XTA',
  name: { own: '陳大文', latin: 'Chan Tai Man' },
  field: '',
  interests: [],
  talentPool: 'private',
};

describe('a list of attendees', () => {
  it('needs a code and a name, and takes more', async () => {
    const { attendees, lines } = await read(
      'code,name_own,name_latin,email,phone,status,field,language,interests,talent_pool\n' +
        'ME25-7K3Q-9XTA,陳大文,Chan Tai Man,chan@example.com,9123 4567,student,電子工程,zh-Hant,analog digital,open\n' +
        'ME25-BYX0-D1C9,,Priya Nair,,,,,,,\n',
    );
    expect(lines).toEqual([]);
    expect(attendees).toEqual([
      {
        ...chan,
        email: 'chan@example.com',
        phone: '9123 4567',
        status: 'student',
        field: '電子工程',
        language: 'zh-Hant',
        interests: ['analog', 'digital'],
        talentPool: 'open',
      },
      { ...chan, code: 'ME25-BYX0-D1C9', name: { own: '', latin: 'Priya Nair' } },
    ]);
  });

  it.each([
    ['Ticket Code,Full Name,E-mail Address,Mobile No.', 'ME25-7K3Q-9XTA,Chan Tai Man,chan@example.com,91234567'],
    ['Barcode *,ATTENDEE NAME,email_address,Phone', 'ME25-7K3Q-9XTA,Chan Tai Man,chan@example.com,91234567'],
    ['登記編號,姓名,電郵,電話', 'ME25-7K3Q-9XTA,Chan Tai Man,chan@example.com,91234567'],
    ['报名编号,姓名,邮箱,手机', 'ME25-7K3Q-9XTA,Chan Tai Man,chan@example.com,91234567'],
    ['Registration no.,First name,Surname,電郵,手機', 'ME25-7K3Q-9XTA,Tai Man,Chan,chan@example.com,91234567'],
  ])('is recognised by its headings: %s', async (headings, row) => {
    const { attendees, lines } = await read(`${headings}\n${row}\n`);
    expect(lines).toEqual([]);
    expect(attendees).toMatchObject([{ code: 'ME25-7K3Q-9XTA', email: 'chan@example.com', phone: '91234567' }]);
  });

  it.each([
    ['name', '陳大文', { own: '陳大文', latin: '' }],
    ['name', 'Chan Tai Man', { own: '', latin: 'Chan Tai Man' }],
    ['name', 'Nguyễn Thị Hoa', { own: '', latin: 'Nguyễn Thị Hoa' }],
    ['name,English name', '陳大文,Chan Tai Man', { own: '陳大文', latin: 'Chan Tai Man' }],
    ['name,name_latin', 'Nguyễn Thị Hoa,Nguyen Thi Hoa', { own: 'Nguyễn Thị Hoa', latin: 'Nguyen Thi Hoa' }],
    ['中文姓名,Name', '陳大文,Chan Tai Man', { own: '陳大文', latin: 'Chan Tai Man' }],
    ['名,姓', '大文,陳', { own: '陳大文', latin: '' }],
    ['first name,last name,中文姓名', 'Tai Man,Chan,陳大文', { own: '陳大文', latin: 'Tai Man Chan' }],
    ['姓名,first name,last name', '陳大文,Tai Man,Chan', { own: '陳大文', latin: 'Tai Man Chan' }],
  ])('puts the names of %s where they belong', async (headings, cells, name) => {
    const { attendees, lines } = await read(`code,${headings}\nME25-7K3Q-9XTA,${cells}\n`);
    expect(lines).toEqual([]);
    expect(attendees).toMatchObject([{ name }]);
  });

  it.each([
    ['status', 'Fresh Graduate', { status: 'graduate' }],
    ['status', '學生', { status: 'student' }],
    ['language', '繁體中文', { language: 'zh-Hant' }],
    ['language', 'English', { language: 'en' }],
    ['talent pool', 'Yes', { talentPool: 'open' }],
    ['talent pool', 'N', { talentPool: 'private' }],
    ['interests', 'Digital design; 模擬與射頻', { interests: ['digital', 'analog'] }],
    ['email', 'N/A', {}],
    ['phone', '-', {}],
    ['email', '沒有', {}],
  ])('understands %s: %s', async (heading, cell, expected) => {
    const { attendees, lines } = await read(`code,name,${heading}\nME25-7K3Q-9XTA,陳大文,${cell}\n`);
    expect(lines).toEqual([]);
    expect(attendees).toEqual([{ ...chan, name: { own: '陳大文', latin: '' }, ...expected }]);
  });
});

describe('what is wrong in it', () => {
  it('is told by file, row and column as written, all of it, and quotes nobody', async () => {
    const { attendees, lines } = await read(
      '編號,姓名,電郵,電話\n' +
        'ME25-7K3Q-9XTA,陳大文,chan at example,91234567\n' +
        ',李小龍,lee@example.com,\n' +
        'ME25-7K3Q-9XTB,,wong@example.com,12 34\n' +
        'abc,何俊傑,,\n' +
        'ME25-7K3Q-9XTC,何俊傑 A123456(3),,\n' +
        'ME25-7K3Q-9XTD,鄭美玲,,\n',
    );
    expect(lines).toEqual([
      'attendees.csv, row 2, column 電郵: This is not an e-mail address. Write one such as name@example.com, or leave it empty.',
      'attendees.csv, row 3, column 編號: The code is missing. Write what stands on the ticket, or remove the row.',
      'attendees.csv, row 4, column 姓名: The name is missing. Write it in any script, or remove the row.',
      'attendees.csv, row 4, column 電話: This is not a telephone number. Write 7 to 15 digits, with + and the country code where it is abroad, or leave it empty.',
      'attendees.csv, row 5, column 編號: The code is too short or too long. Write 4 to 256 characters.',
      'attendees.csv, row 6, column 姓名: The cell holds a valid Hong Kong identity card number, which Foyer never takes. Remove the number.',
    ]);
    expect(attendees).toHaveLength(1);
  });

  it('is a code that stands there twice, however it is written', async () => {
    const { problems } = await read('code,name\nME25-7K3Q-9XTA,A\nME25-BYX0-D1C9,B\nme25 7k3q 9xta,C\n');
    expect(problems).toMatchObject([
      { severity: 'error', row: 4, column: 'code', message: 'Row 2 has the same code.' },
    ]);
  });

  it('may be an e-mail address that stands there twice', async () => {
    const { problems } = await read(
      'code,name,email\nME25-7K3Q-9XTA,A,chan@example.com\nME25-8K3Q-9XTB,B,Chan+fair@example.com\n',
    );
    expect(problems).toMatchObject([{ severity: 'warning', row: 3, column: 'email' }]);
  });

  it('may be codes that a thief could guess', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `ME25-${String(at + 1).padStart(6, '0')},Visitor ${at}`);
    const { attendees, problems } = await read(`code,name\n${rows.join('\n')}\n`);
    expect(attendees).toHaveLength(20);
    expect(problems).toMatchObject([{ severity: 'warning', row: 2, column: 'code' }]);
    expect(problems[0]?.message).toContain('20 of 20 (running numbers)');
    expect(problems[0]?.instead).toContain('7K3Q-9XTA');
  });

  it('is an identity card number for a code, unless the codes only look like some', async () => {
    const { problems } = await read('code,name\nA123456(3),Chan\nC6686689,Lee\n');
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ row }) => row)).toEqual([2, 3]);
    const rows = Array.from({ length: 40 }, (_, at) => `K${1234560 + at},Visitor`);
    const running = await read(`code,name\n${rows.join('\n')}\n`);
    expect(running.problems.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it.each([
    ['HKID', 'error', 'Foyer never takes'],
    ['身份證號碼', 'error', 'Foyer never takes'],
    ['Passport No.', 'error', 'Foyer never takes'],
    ['Organisation', 'warning', 'no kiosk needs it'],
    ['公司', 'warning', 'no kiosk needs it'],
    ['emial', 'warning', 'is not known'],
  ])('may be the column %s', async (heading, severity, words) => {
    const { problems, attendees } = await read(`code,name,${heading}\nME25-7K3Q-9XTA,陳大文,x\n`);
    expect(problems).toMatchObject([{ severity, row: 1, column: heading }]);
    expect(problems[0]?.message).toContain(words);
    expect(attendees).toEqual([{ ...chan, name: { own: '陳大文', latin: '' } }]);
  });

  it('is two columns for the same', async () => {
    const { problems } = await read('code,name,email,電郵\nME25-7K3Q-9XTA,A,a@example.com,b@example.com\n');
    expect(problems).toMatchObject([
      { severity: 'error', column: '電郵', message: 'The column email tells the same as this one.' },
    ]);
  });

  it('is a missing column, told once', async () => {
    expect((await read('name\nA\nB\n')).lines).toEqual([
      'attendees.csv, row 1: The column code is missing. Add a column code. Write into it what stands on each ticket.',
    ]);
    expect((await read('code\nME25-7K3Q-9XTA\nME25-7K3Q-9XTB\n')).lines).toEqual([
      'attendees.csv, row 1: The column name is missing. Add a column name, or name_own and name_latin, or first_name and last_name.',
    ]);
    expect((await read('')).lines[0]).toContain('The file has no headings.');
  });

  it('is left out, told once and no reason to refuse a list, where the kiosk can ask again', async () => {
    const { attendees, problems } = await read(
      'code,name,status,interests\nME25-7K3Q-9XTA,A,VIP,analog golf\nME25-8K3Q-0XTB,B,Speaker,\n',
    );
    expect(attendees).toMatchObject([{ interests: ['analog'] }, { interests: [] }]);
    expect(problems).toMatchObject([
      { severity: 'warning', row: 2, column: 'status' },
      { severity: 'warning', row: 2, column: 'interests' },
    ]);
    expect(problems[0]?.message).toContain('Nor is it in 1 other rows.');
  });
});

describe('a workbook', () => {
  it('says the same as the CSV file, with the cells as a spreadsheet keeps them', async () => {
    const { attendees, lines } = await read([
      ['code', 'name', 'phone', 'field', null],
      ['00123456789', '陳大文', 91234567, new Date('2025-05-30'), null],
      [null, null],
      [9876543210123, 'A & B <C>', null, true, null],
    ]);
    expect(lines).toEqual([]);
    expect(attendees).toMatchObject([
      { code: '00123456789', phone: '91234567', field: '2025-05-30' },
      { code: '9876543210123', name: { latin: 'A & B <C>' }, field: 'TRUE' },
    ]);
  });

  it('is told by row and column too', async () => {
    const { lines } = await read([
      ['code', 'name'],
      ['ME25-7K3Q-9XTA', 'A'],
      [null, null],
      ['ME25-7K3Q-9XTA', 'B'],
    ]);
    expect(lines).toEqual([
      'attendees.xlsx, row 4, column code: Row 2 has the same code. Write another, or remove one of the two rows.',
    ]);
  });

  it('has lost digits of long numbers, and that is said', async () => {
    const { problems } = await read([
      ['code', 'name'],
      [1234567890123456, 'A'],
      ['7234567890123458', 'B'],
    ]);
    expect(problems).toMatchObject([{ severity: 'error', row: 2, column: 'code' }]);
    expect(problems[0]?.instead).toContain('"Text"');
  });

  it('with a stray cell far away does not take all memory', async () => {
    const far: Cell[] = ['code', 'name', ...Array.from({ length: 800 }, () => null), 'x'];
    const { problems } = await read([far, ['ME25-7K3Q-9XTA', 'A']]);
    expect(problems.map(({ message }) => message).join()).toContain('beyond its 702nd column');
  });

  it.each([
    ['empty', new Uint8Array(), 'no .xlsx file'],
    ['another file', toBytes('code,name\nA,B\n'), 'no .xlsx file'],
    ['torn', writeWorkbook([['code'], ['A']]).subarray(0, 900), 'no .xlsx file'],
    [
      'under a password, or an .xls',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)),
      'has a password, or is in the old format',
    ],
  ])('that is %s is refused in words', async (_what, bytes, words) => {
    const { list, problems } = await readAttendees('attendees.xlsx', bytes);
    expect(list).toBeNull();
    expect(problems.map(({ message }) => message).join()).toContain(words);
    expect(problems[0]?.instead).toContain('save it');
  });
});

it('never throws, whatever the bytes, and never shows a cell', async () => {
  const whole = writeWorkbook([
    ['code', 'name'],
    ['ME25-7K3Q-9XTA', 'Zzyzx'],
  ]);
  const csv = toBytes('code,name,email\nME25-7K3Q-9XTA,"Zzyzx",zzyzx@example.com\nQ,Zzyzx,"\n');
  const torn = fc
    .tuple(fc.constantFrom(whole, csv), fc.nat(), fc.uint8Array({ maxLength: 4 }), fc.boolean())
    .map(([bytes, cut, noise, isShort]) => {
      const at = cut % bytes.length;
      return isShort ? bytes.subarray(0, at) : Uint8Array.of(...bytes.subarray(0, at), ...noise, ...bytes.subarray(at + noise.length)); // prettier-ignore
    });
  const file = fc.constantFrom('attendees.csv', 'attendees.xlsx');
  await fc.assert(
    fc.asyncProperty(file, fc.oneof(torn, fc.uint8Array({ maxLength: 200 })), async (name, bytes) => {
      const { problems } = await readAttendees(name, bytes);
      for (const problem of problems.filter(({ row }) => row !== 1)) {
        expect(describeProblem(problem)).not.toMatch(/zzyzx|[\n\r]/i);
      }
    }),
    { numRuns: 300 },
  );
});

const names = new URL('../../../shared/data/names/', import.meta.url);

it.skipIf(!existsSync(names))('takes the names of all countries', async () => {
  const surnames = parseCsv('', readFileSync(new URL('common-surnames-by-country.csv', names), 'utf8').slice(1)).sheet;
  const column = (heading: string) => surnames.headings.indexOf(heading);
  const people = surnames.rows.flatMap(({ cells }) => {
    const [own, latin] = [cells[column('Localized Name')] ?? '', cells[column('Romanized Name')] ?? ''];
    return own === '' && latin === '' ? [] : [{ own, latin }];
  });
  const code = (at: number) => `${((at + 1) * 2_654_435_761).toString(36).toUpperCase().padStart(10, 'Q')}X`;
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = people.map(({ own, latin }, at) => `${code(at)},${quoted(own)},${quoted(latin)}`);
  const { attendees, problems } = await read(`code,name,name_latin\n${rows.join('\n')}\n`);
  expect(people.length).toBeGreaterThan(2000);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(attendees).toHaveLength(people.length);
});
