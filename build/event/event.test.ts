import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
let folder: string;
let pack: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-event-'));
  pack = join(folder, 'pack');
  data = join(folder, 'data');
  cpSync(join(root, 'build', 'sample-event'), pack, { recursive: true });
  change('event.json', (text) => JSON.stringify({ ...(JSON.parse(text) as object), sealingKey: 'A'.repeat(43) }));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The command as a person runs it. */
function run(...argv: string[]) {
  const environment = { ...process.env, FOYER_DATA: data };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build', 'event', 'event.ts'), ...argv], {
    encoding: 'utf8',
    env: environment,
  });
  return { status, stdout, stderr };
}

function change(file: string, edit: (text: string) => string): void {
  const path = join(pack, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

function takeAwayName(): void {
  change('companies.csv', (text) => text.replace(/^([a-z-]+),[^,]*,[^,]*,[^,]*,A01,/m, '$1,,,,A01,'));
}

describe('event -- check', () => {
  it('finds nothing wrong with the sample event', () => {
    expect(run('check', pack)).toEqual({
      status: 0,
      stdout: 'No errors, no warnings.\n32 companies, 320 jobs, 12 sessions, 81 skills, 40 attendees.\n',
      stderr: '',
    });
  });

  it('names file, row, column and what to write instead', () => {
    takeAwayName();
    const { status, stdout } = run('check', pack);
    expect(status).toBe(1);
    expect(stdout).toBe(`companies.csv (1 error, no warnings)
  error    companies.csv, row 2, column name_en: A value is missing. Write the company's name in at least one language.

1 error, no warnings.

file               records  taken  left out
companies.csv           32     31  1 with errors
jobs.json              320    320  -
agenda.csv              12     12  -
skills.csv              81     81  -
floorplan.geojson       91     91  -
`);
  });

  it('lets a pack pass that has only warnings', () => {
    change('companies.csv', (text) => text.replace(',A01,', ',,'));
    const { status, stdout } = run('check', pack);
    expect(status).toBe(0);
    expect(stdout).toContain('No errors, 1 warning.');
  });

  it('prints problems as JSON for programs', () => {
    takeAwayName();
    const { status, stdout } = run('check', pack, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      errors: 1,
      warnings: 0,
      counts: null,
      problems: [{ severity: 'error', file: 'companies.csv', row: 2, column: 'name_en' }],
    });
  });

  it('checks the attendees too, as CSV and as XLSX, and shows nobody on the screen', () => {
    change('attendees.csv', (text) => text.replace(/ME25-[^,]*,/, 'ME25-7K3Q-9XTA,').replace('student', 'x,y,z'));
    const { status, stdout } = run('check', pack);
    expect(status).toBe(1);
    expect(stdout).toMatch(/attendees\.csv, row \d+: The row has 12 cells, the heading 10\./);
    expect(stdout).not.toContain('Sample');
    rmSync(join(pack, 'attendees.csv'));
    writeFileSync(join(pack, 'attendees.xlsx'), 'no workbook');
    expect(run('check', pack).stdout).toContain('attendees.xlsx: The file is damaged, too large or no .xlsx file.');
  });

  it('tells how the missing key is made', () => {
    change('event.json', (text) => text.replace('sealingKey', 'sealing-key'));
    expect(run('check', pack).stdout).toContain('npm run event -- key PACK');
  });
});

describe('event -- load', () => {
  it('copies the files of the pack, and nothing else that lies beside them', () => {
    writeFileSync(join(pack, 'event-key.json'), 'private');
    const { status, stdout } = run('load', pack);
    expect(status).toBe(0);
    expect(stdout).toContain('32 companies, 320 jobs');
    expect(stdout).toContain('The list of 40 attendees was not: it goes to the hub only.');
    const loaded = readdirSync(join(data, 'event'));
    expect(loaded.toSorted()).toEqual([
      'agenda.csv',
      'companies.csv',
      'event.json',
      'floorplan.geojson',
      'jobs.json',
      'skills.csv',
    ]);
    for (const name of loaded) {
      expect(readFileSync(join(data, 'event', name))).toEqual(readFileSync(join(pack, name)));
    }
    expect(readdirSync(data)).toEqual(['event']);
  });

  it('copies the files that event.json names, and those in folders, but no list of people', () => {
    change('event.json', (text) => text.replace('{', '{ "files": { "jobs": { "from": "site.csv" } },'));
    writeFileSync(join(pack, 'site.csv'), 'company,title_en,text_en\nSilverstrand Silicon (Sample),Tester,Test it.\n');
    mkdirSync(join(pack, 'agenda'));
    renameSync(join(pack, 'agenda.csv'), join(pack, 'agenda', 'day.csv'));
    const { status, stdout } = run('load', pack);
    expect(stdout).toContain('32 companies, 1 jobs, 12 sessions');
    expect(status).toBe(0);
    const loaded = readdirSync(join(data, 'event'), { recursive: true }).map(String);
    expect(loaded).toEqual(expect.arrayContaining(['site.csv', join('agenda', 'day.csv')]));
    expect(loaded).not.toContain('jobs.json');
    expect(loaded).not.toContain('attendees.csv');
  });

  it('keeps the last good pack when the check fails', () => {
    run('load', pack);
    const before = readFileSync(join(data, 'event', 'companies.csv'), 'utf8');
    takeAwayName();
    const { status, stderr } = run('load', pack);
    expect(status).toBe(1);
    expect(stderr).toContain('what was loaded before stays');
    expect(readFileSync(join(data, 'event', 'companies.csv'), 'utf8')).toBe(before);
  });

  it('replaces the last pack whole: a file that is gone is gone', () => {
    run('load', pack);
    rmSync(join(pack, 'agenda.csv'));
    expect(run('load', pack, '--data', data).status).toBe(0);
    expect(existsSync(join(data, 'event', 'agenda.csv'))).toBe(false);
  });

  it('recovers from a power cut between the renames and from half-written files', () => {
    run('load', pack);
    renameSync(join(data, 'event'), join(data, 'event.previous'));
    mkdirSync(join(data, 'event.coming'));
    writeFileSync(join(data, 'event.coming', 'jobs.csv'), 'torn');
    expect(run('load', pack).status).toBe(0);
    expect(readdirSync(data)).toEqual(['event']);
    expect(existsSync(join(data, 'event', 'jobs.csv'))).toBe(false);
  });

  it('says so when it cannot write', () => {
    writeFileSync(data, 'a file where the folder should be');
    const { status, stderr } = run('load', pack);
    expect(status).toBe(1);
    expect(stderr).toContain(`${data} cannot be written`);
  });
});

describe('event', () => {
  it.each([[[]], [['chek', 'x']], [['check']], [['check', 'one', 'two']], [['check', '--jsn', 'x']], [['load']]])(
    'ends with 2 and its usage when called as %j',
    (argv) => {
      const { status, stdout, stderr } = run(...argv);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('npm run event -- ');
    },
  );

  it('ends with 2 when there is no such folder', () => {
    const { status, stderr } = run('check', join(folder, 'nowhere'));
    expect(status).toBe(2);
    expect(stderr).toContain('cannot be read');
  });

  it.each([['--help'], ...['check', 'load', 'key', 'key-words', 'restore', 'open'].map((name) => [name, '--help'])])(
    'explains itself: %s %s',
    (...argv) => {
      const { status, stdout } = run(...argv);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^npm run event -- /);
    },
  );
});
