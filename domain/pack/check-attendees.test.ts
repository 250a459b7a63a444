import { expect, it } from 'vitest';
import { checkCatalogue, checkPack } from './check-pack.ts';
import { listNames } from './pack-files.ts';
import { event, toBytes } from './small-pack.fixture.ts';
import { writeWorkbook } from './workbook.fixture.ts';

const attendees = 'code,name,interests\nME25-7K3Q-9XTA,Chan,\n';

function pack(files: Record<string, string | Uint8Array>) {
  return new Map(Object.entries({ 'event.json': event, ...files }).map(([name, file]) => [name, toBytes(file)]));
}

it('gives the attendees beside the catalogue, as CSV and as XLSX', async () => {
  const workbook = writeWorkbook([['code', 'name'], ['ME25-7K3Q-9XTA', 'Chan']]); // prettier-ignore
  for (const files of [pack({ 'attendees.csv': attendees }), pack({ 'attendees.xlsx': workbook })]) {
    const checked = await checkPack(files);
    expect(checked.problems).toEqual([]);
    expect(checked.attendees).toMatchObject([{ code: 'ME25-7K3Q-9XTA', name: { latin: 'Chan' } }]);
    expect(JSON.stringify(checked.catalogue)).not.toContain('Chan');
  }
  expect(await checkPack(pack({}))).toMatchObject({ attendees: null, problems: [] });
});

it('gives nothing when either is faulty', async () => {
  const nameless = await checkPack(pack({ 'attendees.csv': 'code,name\nME25-7K3Q-9XTA,\n' }));
  expect(nameless).toMatchObject({ catalogue: null, attendees: null, problems: [{ file: 'attendees.csv', row: 2 }] });
  const jobless = await checkPack(pack({ 'attendees.csv': attendees, 'jobs.csv': 'id\n' }));
  expect(jobless).toMatchObject({ catalogue: null, attendees: null });
});

it('knows the interests of the event', async () => {
  const checked = await checkPack(pack({ 'attendees.csv': attendees.replace('Chan,', 'Chan,golf') }));
  expect(checked.problems).toMatchObject([{ severity: 'warning', row: 2, column: 'interests' }]);
});

it('takes one of the two formats, and warns of a third', async () => {
  const both = await checkPack(pack({ 'attendees.csv': attendees, 'attendees.xlsx': new Uint8Array() }));
  expect(both.problems).toMatchObject([{ file: 'attendees.csv', instead: 'Keep one of the two files.' }]);
  const third = await checkPack(pack({ 'attendees.ods': 'x' }));
  expect(third.problems).toMatchObject([{ severity: 'warning', file: 'attendees.ods' }]);
});

it.each<[string, string]>([
  ['attendees.tsv', 'code\tname\temail\nME25-7K3Q-9XTA\tChan Siu Ming\tchan@example.com\n'],
  ['attendees.json', '[{"code":"ME25-7K3Q-9XTA","name":"Chan Siu Ming","email":"chan@example.com"}]'],
  ['attendees.jsonl', '{"ticket":"ME25-7K3Q-9XTA","姓名":"Chan Siu Ming","email":"chan@example.com","gender":"f"}\n'],
])('is read from %s', async (name, text) => {
  const { attendees: list, problems } = await checkPack(pack({ [name]: text }));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(list).toMatchObject([{ code: 'ME25-7K3Q-9XTA', email: 'chan@example.com' }]);
});

it('is not for kiosks, which read the rest', async () => {
  const names = ['attendees.csv', 'jobs.csv', 'key.json'];
  expect(listNames(names, {})).toEqual(['attendees.csv', 'jobs.csv']);
  expect(listNames(names, {}, 'kiosk')).toEqual(['jobs.csv']);
  const faulty = pack({ 'attendees.csv': 'nothing' });
  const checked = await checkCatalogue(faulty);
  expect(checked).toMatchObject({ problems: [] });
  expect(checked.catalogue).not.toBeNull();
});
