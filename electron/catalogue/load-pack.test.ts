import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { zip } from '../../domain/pack/workbook.fixture.ts';
import { loadPack } from './load-pack.ts';
import { readPackFolder } from './read-pack-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-pack-'));
  cpSync('build/sample-event', folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('reads the files of the folder byte for byte, and neither hidden files nor folders', () => {
  writeFileSync(join(folder, '.DS_Store'), 'hidden');
  mkdirSync(join(folder, 'pictures'));
  const files = readPackFolder(folder);
  const names = files.ok ? [...files.value.keys()] : [];
  expect(names).toContain('event.json');
  expect(names).not.toContain('.DS_Store');
  expect(names).not.toContain('pictures');
  const event = files.ok ? files.value.get('event.json') : undefined;
  expect(Buffer.from(event ?? []).equals(readFileSync(join(folder, 'event.json')))).toBe(true);
});

it('loads a pack that is right', async () => {
  expect(await loadPack(folder)).toMatchObject({ ok: true, value: { event: { id: 'micro-e-in-action-2025' } } });
});

it('says where a pack is wrong', async () => {
  writeFileSync(join(folder, 'companies.csv'), 'id,name\nfirst,First\nsecond,\n');
  expect(await loadPack(folder)).toMatchObject({
    ok: false,
    reason: { code: 'pack', message: expect.stringContaining('companies.csv') as string },
  });
});

it('reads folders of a part, and a pack in a .zip file', async () => {
  mkdirSync(join(folder, 'jobs'));
  writeFileSync(join(folder, 'jobs', 'more.csv'), 'company,title_en,text_en\nsilverstrand-silicon,Tester,Test it.\n');
  const loaded = await loadPack(folder);
  expect(loaded.ok && loaded.value.jobs).toHaveLength(321);
  const archive = join(folder, 'pack.zip');
  const names = ['event.json', 'companies.csv', 'jobs.json'];
  writeFileSync(
    archive,
    zip(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))),
  );
  const unpacked = await loadPack(archive);
  expect(unpacked.ok && unpacked.value.companies).toHaveLength(32);
  writeFileSync(archive, 'no archive');
  expect(await loadPack(archive)).toMatchObject({
    ok: false,
    reason: { message: expect.stringContaining('is no .zip file, damaged or too large') as string },
  });
});

it('says which folder is missing', async () => {
  const missing = join(folder, 'missing');
  expect(await loadPack(missing)).toMatchObject({
    ok: false,
    reason: { code: 'pack', message: expect.stringContaining(`The folder ${missing} cannot be read`) as string },
  });
});
