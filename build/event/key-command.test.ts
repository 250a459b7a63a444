import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRegistration } from '../../electron/journal/test-records.ts';
import type { Registration } from '../../domain/registration.ts';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { createOwnJournal } from '../../electron/journal/own-journal.ts';
import { createRegistrar } from '../../electron/journal/registrar.ts';
import { createSealer } from '../../domain/sealing/seal-record.ts';
import { runKeyCommand } from './key-command.ts';
import { runOpenCommand } from './open-command.ts';

let folder: string;
let pack: string;
let key: string;
let out: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-key-'));
  pack = join(folder, 'pack');
  key = join(folder, 'key.json');
  out = join(folder, 'registrations.csv');
  cpSync('build/sample-event', pack, { recursive: true });
  said = '';
  const listen = (...words: unknown[]) => (said += `${words.join(' ')}\n`);
  vi.spyOn(console, 'log').mockImplementation(listen);
  vi.spyOn(console, 'error').mockImplementation(listen);
  vi.stubEnv('FOYER_PASSPHRASE', 'a passphrase');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function readEvent(): string {
  return readFileSync(join(pack, 'event.json'), 'utf8');
}

function takeOutKey(): string {
  const text = readEvent().replace(/,\s*"sealingKey": "[^"]*"/, '');
  writeFileSync(join(pack, 'event.json'), text);
  return text;
}

describe('event -- key', () => {
  it('writes a private file and adds one line to event.json', async () => {
    const before = takeOutKey();
    expect(await runKeyCommand([pack, '--out', key])).toBe(0);
    const { publicKey } = JSON.parse(readFileSync(key, 'utf8')) as { publicKey: string };
    const lines = readEvent().split('\n');
    expect(lines.filter((line) => line.includes('sealingKey'))).toEqual([`  "sealingKey": "${publicKey}"`]);
    expect(readEvent().replace(`,\n  "sealingKey": "${publicKey}"`, '')).toBe(before);
    if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600);
  });

  it('replaces neither a key in event.json nor a file', async () => {
    const before = readEvent();
    expect(await runKeyCommand([pack, '--out', key])).toBe(1);
    expect(said).toContain('has a sealingKey already');
    expect(readEvent()).toBe(before);

    takeOutKey();
    writeFileSync(key, 'precious');
    expect(await runKeyCommand([pack, '--out', key])).toBe(1);
    expect(said).toContain('is not overwritten');
    expect(readFileSync(key, 'utf8')).toBe('precious');
    expect(readEvent()).not.toContain('sealingKey');
  });

  it.each([[[]], [['PACK']], [['PACK', '--what']]])('explains itself when it is called as %j', async (argv) => {
    expect(await runKeyCommand(argv)).toBe(1);
    expect(said).toContain('npm run event -- key PACK --out FILE');
  });
});

describe('event -- open', () => {
  /** Takes registrations in as a kiosk does; each may correct one before it. */
  async function takeIn(
    registrations: readonly (Partial<Registration> & { corrects?: number })[],
    name = 'journal.sqlite',
  ) {
    const path = join(folder, name);
    const journal = openJournal(path, pino({ enabled: false }));
    const { sealingKey } = JSON.parse(readEvent()) as { sealingKey: string };
    const sealer = await createSealer({ sealingKey, kioskKey: generateKeyPairSync('ed25519').privateKey });
    if (!journal.ok || !sealer.ok) throw new Error('the journal or the key cannot be used');
    const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));
    const parts = { journal: journal.value, sealer: sealer.value, event: 'sample', kiosk: 'K1', random };
    const registrar = createRegistrar({ own: createOwnJournal(parts), event: () => ({ sealingKey, country: 'HK' }) });
    const ids = registrations.map(() => v7());
    for (const [index, { corrects, ...changes }] of registrations.entries()) {
      const replaces = corrects === undefined ? null : (ids[corrects] ?? null);
      await registrar.register({ id: ids[index] ?? '', replaces, registration: createRegistration(changes) });
    }
    journal.value.close();
    return path;
  }

  function readTable(): Record<string, string>[] {
    return parse(readFileSync(out), { bom: true, columns: true });
  }

  it('writes every registration in clear, of a corrected one the last', async () => {
    takeOutKey();
    await runKeyCommand([pack, '--out', key]);
    const journal = await takeIn([
      { field: 'first' },
      { name: { own: 'Nguyễn "Văn", An', latin: '' }, contact: { kind: 'phone', value: '9123 4567' } },
      { field: 'second', corrects: 0 },
      { field: 'third', corrects: 2 },
    ]);
    expect(await runOpenCommand([journal, '--key', key, '--out', out])).toBe(0);
    expect(readTable()).toMatchObject([
      { name: 'Nguyễn "Văn", An', phone: '9123 4567', email: '', sequence: '2' },
      { name: '陳大文', email: 'taiman@visitor.example', field: 'third', sequence: '4', kiosk: 'K1' },
    ]);
    expect(said).toContain('has 2 registrations');
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);
  });

  it('opens the sample with the passphrase that everybody knows', async () => {
    vi.stubEnv('FOYER_PASSPHRASE', 'sample');
    const journal = await takeIn([{}]);
    expect(await runOpenCommand([journal, '--key', join(pack, 'sample-key.json'), '--out', out])).toBe(0);
  });

  it('makes no formula of what a visitor typed', async () => {
    vi.stubEnv('FOYER_PASSPHRASE', 'sample');
    const formulas = ['=1+1', '+1-202-555-0100', '-2+3', '@SUM(A1)', '＝1+1', "'=1+1", '|calc', '%0A=1'];
    const journal = await takeIn(formulas.map((field) => ({ field })));
    await runOpenCommand([journal, '--key', join(pack, 'sample-key.json'), '--out', out]);
    expect(readTable().map(({ field }) => field)).toEqual(formulas.map((field) => `'${field}`));
  });

  it('writes what it can open and says what it cannot', async () => {
    vi.stubEnv('FOYER_PASSPHRASE', 'sample');
    await takeIn([{ field: 'sample' }]);
    takeOutKey();
    await runKeyCommand([pack, '--out', key]);
    const journal = await takeIn([{ field: 'own' }]);
    expect(await runOpenCommand([journal, '--key', key, '--out', out])).toBe(1);
    expect(readTable()).toMatchObject([{ field: 'own' }]);
    expect(said).toContain('has 1 registrations; 1 more were sealed with another key');
  });

  it.each<[string, () => Promise<string[]>, string]>([
    [
      'a wrong passphrase',
      async () => [await takeIn([{}]), '--key', join(pack, 'sample-key.json')],
      'does not open it',
    ],
    [
      'a file that is no key',
      async () => [await takeIn([{}]), '--key', join(pack, 'event.json')],
      'this is no event key',
    ],
    ['no key', async () => [await takeIn([{}]), '--key', join(folder, 'missing')], 'cannot be read'],
    ['no journal', () => Promise.resolve(['missing.sqlite', '--key', key]), 'There is no journal missing.sqlite'],
    ['no arguments', () => Promise.resolve([]), 'npm run event -- open JOURNAL'],
  ])('says what to do about %s', async (_what, argv, words) => {
    expect(await runOpenCommand([...(await argv()), '--out', out])).toBe(1);
    expect(said).toContain(words);
  });

  it('overwrites nothing', async () => {
    writeFileSync(out, 'precious');
    const argv = [await takeIn([{}]), '--key', join(pack, 'sample-key.json'), '--out', out];
    expect(await runOpenCommand(argv)).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('precious');
  });
});
