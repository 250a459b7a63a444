import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { destination, pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assert } from '../../domain/assert.ts';
import { callBridge } from '../bridge/bridge.ts';
import { runKioskCommand } from '../command/run-kiosk-command.ts';
import { unusedShell } from '../command/unused-shell.fixture.ts';
import { readConfig } from '../config/read-config.ts';
import { createHost } from '../host.ts';
import { createRegistration } from '../journal/test-records.ts';
import { thisMachine } from '../machine.ts';
import { hideCredentials } from './describe-config.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-support-'));
  data = join(folder, 'data');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const defaults = () => ({ event: 'build/sample-event', data });

async function run(...argv: string[]) {
  const said: string[] = [];
  const written: Uint8Array[] = [];
  const complained: string[] = [];
  const code = await runKioskCommand({
    argv: ['support', ...argv],
    ...{ environment: {}, workingFolder: process.cwd(), defaults: defaults(), shell: unusedShell },
    say: (lines) => said.push(lines),
    write: (bytes) => written.push(bytes),
    complain: (lines) => complained.push(lines),
  });
  return { code, said: said.join('\n'), complained: complained.join('\n'), written };
}

function unpack(path: string): Map<string, string> {
  return unpackBytes(readFileSync(path));
}

function unpackBytes(zip: Uint8Array): Map<string, string> {
  const files = unzipSync(zip);
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const canaries = {
  latin: 'Zephyrine Quetzalcoatl',
  own: '梵鵺鶺鴒',
  email: 'zephyrine.quetzal@canary.example',
  phone: '+852 6543 2109',
  field: 'Ornithomancy',
};

/** A real kiosk with a real log, at which two visitors register. @returns what must be nowhere in a bundle */
async function registerCanaries(): Promise<string[]> {
  mkdirSync(join(data, 'logs'), { recursive: true });
  const logger = pino(destination({ dest: join(data, 'logs', 'kiosk.log'), sync: true }));
  const sources = { environment: {}, workingFolder: process.cwd(), defaults: defaults() };
  const config = readConfig({ argv: ['--hub', 'none'], ...sources, unknownFlags: 'refuse' });
  assert(config.ok, 'the configuration is right');
  const host = await createHost({ config: config.value, shell: { name: 'chromium' }, ...thisMachine, logger });
  assert(host.ok, 'the kiosk starts');
  const { latin, own, email, phone, field } = canaries;
  for (const contact of [
    { kind: 'email', value: email },
    { kind: 'phone', value: phone },
  ] as const) {
    const registration = createRegistration({ name: { own, latin }, contact, field });
    const kept = await callBridge(host.value.bridge, 'register', { id: v7(), replaces: null, registration });
    expect(kept).toMatchObject({ ok: true, value: { ok: true } });
  }
  // What a careless line of ours might say.
  logger.warn({ note: `<${email}> ${phone}` }, 'a bug');
  await host.value.close();
  const journal = new DatabaseSync(join(data, 'journal.sqlite'), { readOnly: true });
  const rows = journal.prepare('select claim_code, content from record').all() as {
    claim_code: string;
    content: string;
  }[];
  journal.close();
  const sealed = rows.map(({ content }) => (JSON.parse(content) as { ciphertext: string }).ciphertext.slice(0, 24));
  return [latin, own, email, phone, field, ...rows.map(({ claim_code: code }) => code), ...sealed];
}

describe('a bundle', () => {
  it(
    'has versions, configuration, numbers and logs, and nothing of the visitors who registered',
    { timeout: 30_000 },
    async () => {
      const forbidden = await registerCanaries();
      writeFileSync(join(data, 'doctor.json'), '{"report":"{}","signature":"x"}');
      const out = join(folder, 'bundle.zip');
      const { code, said } = await run('--out', out, '--hub', 'none');
      expect(code).toBe(0);
      const files = unpack(out);
      expect([...files.keys()]).toEqual(
        expect.arrayContaining(
          ['README.txt', 'versions.json', 'configuration.json', 'journal.json', 'doctor.json', 'logs/kiosk.log'].map(
            (name) => `foyer-support/${name}`,
          ),
        ),
      );
      expect(JSON.parse(files.get('foyer-support/journal.json') ?? '')).toMatchObject({
        records: [{ event: 'micro-e-in-action-2025', kiosk: 'K1', kind: 'registration', count: 2, last: 2 }],
      });
      const all = [...files].flat().join('\n');
      for (const text of forbidden) expect(all).not.toContain(text);
      expect(readFileSync(out).includes(forbidden[0] ?? '')).toBe(false);
      // The log was really there, and the careless line was mended.
      expect(files.get('foyer-support/logs/kiosk.log')).toContain('"a bug"');
      expect(said).toMatch(/logs\/kiosk\.log {3}\(taken out: 1 × email, 1 × telephone\)/);
    },
  );

  it('goes into a folder under the moment’s name, also before the first start', async () => {
    mkdirSync(data);
    const stick = join(folder, 'stick');
    mkdirSync(stick);
    expect((await run('--out', stick)).code).toBe(0);
    const [name = ''] = readdirSync(stick);
    expect(name).toMatch(/^foyer-support-\d{8}-\d{6}\.zip$/);
    expect(unpack(join(stick, name)).get('foyer-support/journal.json')).toBe('null\n');
  });

  it('goes to standard output, and nothing else does', async () => {
    mkdirSync(data);
    const { code, said, written } = await run('--out', '-');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(unpackBytes(written[0] ?? new Uint8Array()).has('foyer-support/README.txt')).toBe(true);
  });

  it('shows no code, and no password of a printer', async () => {
    mkdirSync(data);
    const out = join(folder, 'bundle.zip');
    const hub = ['--hub', '192.0.2.1:7443', '--enrol', 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF'];
    await run('--out', out, ...hub, '--printer', 'ipp://192.0.2.9/ipp/print?secret=hunter2');
    const text = unpack(out).get('foyer-support/configuration.json') ?? '';
    expect(text).toContain('192.0.2.9');
    expect(text).not.toMatch(/hunter2|AAAA-BBBB/);
    expect(hideCredentials('ipp://clerk:hunter2@192.0.2.9/ipp')).toBe('ipp://[removed]@192.0.2.9/ipp');
  });
});

it('is refused without a place, over a file that is there, and without a kiosk', async () => {
  expect((await run()).code).toBe(2);
  expect((await run('--out', join(folder, 'x.zip'), '--prot')).code).toBe(2);
  expect(await run('--out', join(folder, 'x.zip'))).toMatchObject({
    code: 1,
    complained: expect.stringContaining('no data folder') as string,
  });
  mkdirSync(data);
  writeFileSync(join(folder, 'there.zip'), 'mine');
  expect((await run('--out', join(folder, 'there.zip'))).code).toBe(1);
  expect(readFileSync(join(folder, 'there.zip'), 'utf8')).toBe('mine');
});
