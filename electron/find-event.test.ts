import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache, type Cache } from './cache/cache.ts';
import { findEvent } from './find-event.ts';

const logger = pino({ level: 'silent' });
const { privateKey } = generateKeyPairSync('ed25519');
let folder: string;
let pack: string;
let cache: Cache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-find-'));
  pack = join(folder, 'pack');
  cpSync('build/sample-event', pack, { recursive: true });
  cache = openCache(join(folder, 'cache.sqlite'), logger);
});
afterEach(() => {
  cache.close();
  rmSync(folder, { recursive: true, force: true });
});

function find() {
  const now = () => '2025-05-30T09:00:00Z';
  return findEvent({ hub: { kind: 'none' }, pack, cache, kioskKey: privateKey, now, logger });
}

describe('a pack that breaks', () => {
  it.each<[string, () => void]>([
    ['is cut in the middle', () => { truncateSync(join(pack, 'jobs.json'), 5000); }],
    ['has no event any more', () => { rmSync(join(pack, 'event.json')); }],
    ['has a workbook that is none', () => { writeFileSync(join(pack, 'companies.csv'), ''); writeFileSync(join(pack, 'agenda.xlsx'), 'PK'); rmSync(join(pack, 'agenda.csv')); }],
    ['is in no encoding', () => { writeFileSync(join(pack, 'companies.csv'), Uint8Array.of(0xff, 0x80, 0xff, 0x0a, 0xff)); }],
    ['maps a file that is not there', () => {
      const event = readFileSync(join(pack, 'event.json'), 'utf8');
      writeFileSync(join(pack, 'event.json'), event.replace('{', '{ "files": { "jobs": { "from": "gone.csv" } },'));
    }],
    ['is gone', () => { rmSync(pack, { recursive: true }); }],
    ['became another file', () => { rmSync(pack, { recursive: true }); writeFileSync(pack, 'PK damaged'); }],
  ])('leaves the last good catalogue when it %s', async (_how, breakPack) => {
    expect(await find()).toMatchObject({ ok: true, value: { isPackBroken: false } });
    const before = cache.pull(null);
    breakPack();
    expect(await find()).toMatchObject({ ok: true, value: { isPackBroken: true, event: before.upserts.event } });
    expect(cache.pull(null)).toEqual(before);
  }); // prettier-ignore

  it('is told where there is no good one', async () => {
    truncateSync(join(pack, 'event.json'), 40);
    expect(await find()).toMatchObject({ ok: false, reason: { code: 'pack' } });
  });
});
