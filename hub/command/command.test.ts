import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeFile, closeHubs, copyPack, createFolder, startTestHub, type TestHub } from '../hub.fixture.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

afterEach(closeHubs);

function runOn({ data }: Pick<TestHub, 'data'>, ...[name = '', ...argv]: string[]) {
  return runCommand(name, { argv: [...argv, '--data', data], environment: {} });
}

describe('a command', () => {
  it.each(Object.keys(commands))('explains itself: %s', async (name) => {
    const { code, out } = await runCommand(name, { argv: ['--help'], environment: {} });
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^npm run hub -- ${name}`));
  });

  it.each([['frobnicate'], ['constructor'], ['revoke'], ['revoke', 'K1', 'K2'], ['load'], ['kiosks', '--what']])(
    'called wrongly ends with 2: %s %s %s',
    async (...argv) => {
      const { code, error, out } = await runOn(
        { data: createFolder() },
        ...argv.filter((word) => typeof word === 'string'),
      );
      expect({ code, out }).toEqual({ code: 2 });
      expect(error).toMatch(/npm run hub -- |There is no command/);
    },
  );

  it('finds its hub by the data folder, of a flag or the environment', async () => {
    const hub = await startTestHub();
    const byEnvironment = await runCommand('kiosks', { argv: [], environment: { FOYER_HUB_DATA: hub.data } });
    expect(byEnvironment.code).toBe(0);
    expect(await runOn({ data: createFolder() }, 'kiosks')).toMatchObject({ code: 1 });
    await hub.close();
    const { code, error } = await runOn(hub, 'kiosks');
    expect(code).toBe(1);
    expect(error).toContain('does not answer');
  });

  it('does not talk to another hub that has taken its address', async () => {
    const [hub, other] = [await startTestHub(), await startTestHub()];
    writeFileSync(
      join(hub.data, 'hub.json'),
      JSON.stringify({ address: other.hub.readiness.address, pin: hub.hub.readiness.pin }),
    );
    const { code, error } = await runOn(hub, 'kiosks');
    expect(code).toBe(1);
    expect(error).toContain('what answers is not the hub of this data folder');
  });
});

describe('the commands', () => {
  it('show kiosks and shut one out', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    expect((await runOn(hub, 'kiosks')).out).toMatch(/^K1 +offline +never +0 +0$/m);
    await kiosk.send([kiosk.seat(1), { nonsense: true }]);
    expect((await runOn(hub, 'kiosks')).out).toMatch(/^K1 +offline +2025-05-30T04:00:00.000Z +2 +1$/m);
    expect((await runOn(hub, 'dead-letters')).out).toContain('"malformed"');
    expect((await runOn(hub, 'revoke', 'K1')).out).toBe('K1 is revoked.');
    expect((await runOn(hub, 'kiosks')).out).toMatch(/^K1 +revoked/m);
    expect((await runOn(hub, 'revoke', 'K9')).error).toBe('There is no such thing at this hub.');
  });

  it('make a code that says what to type', async () => {
    const hub = await startTestHub();
    const { out = '' } = await runOn(hub, 'enrol', '--position', 'K3');
    expect(out).toMatch(/npm start -- --hub 127\.0\.0\.1:\d+ --enrol [0-9A-Z]{4}(-[0-9A-Z]{4}){5} --kiosk K3/);
    expect(out).toContain('within 10 minutes');
  });

  it('load a pack, or say what is wrong with it', async () => {
    const hub = await startTestHub();
    const pack = copyPack();
    changeFile(join(pack, 'companies.csv'), (text) => text.replace(',A01,', ',A01,more,'));
    const broken = await runOn(hub, 'load', pack);
    expect(broken.code).toBe(1);
    expect(broken.error).toContain('what was loaded before stays');
    expect(broken.error).toContain('companies.csv, row 2: The row has 9 cells, the heading 8.');
    const good = await runOn(hub, 'load', copyPack());
    expect(good.out).toContain('Loaded micro-e-in-action-2025: 32 companies, 320 jobs, 12 sessions. 0 entries changed');
    expect((await runOn(hub, 'load', '/nowhere')).error).toContain('cannot be read');
    const shown = (await runOn(hub, 'event')).out;
    expect(shown).toMatch(/^Event +micro-e-in-action-2025$/m);
    expect(shown).toMatch(/^Registrations +locked/m);
    const list = join(hub.data, 'people.csv');
    writeFileSync(list, 'code,name\n7K3Q9XTA,Chan Tai Man\n');
    expect((await runOn(hub, 'attendees', list)).out).toContain('1 attendees are being locked');
  });

  it('unlock and write the table, once', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    await kiosk.send([await kiosk.registration(1, { name: '陳大文', email: 'taiman@visitor.example' })]);
    const table = join(hub.data, 'table.csv');
    expect((await runOn(hub, 'export', '--out', table)).error).toContain(
      'Run `npm run hub -- unlock --key FILE` first.',
    );
    expect(existsSync(table)).toBe(false);
    vi.stubEnv('FOYER_PASSPHRASE', 'wrong');
    const key = ['--key', 'build/sample-event/sample-key.json'];
    expect((await runOn(hub, 'unlock', ...key)).error).toBe('The passphrase does not open the key.');
    vi.stubEnv('FOYER_PASSPHRASE', 'sample');
    expect((await runOn(hub, 'unlock', ...key)).code).toBe(0);
    expect((await runOn(hub, 'export', '--out', table)).code).toBe(0);
    expect(readFileSync(table, 'utf8')).toContain('"陳大文"');
    expect((await runOn(hub, 'export', '--out', table)).error).toContain('is not overwritten');
  });

  it('show and decide the rest as JSON', async () => {
    const hub = await startTestHub();
    expect((await runOn(hub, 'seats', 'close')).out).toContain('"areOpen": false');
    expect((await runOn(hub, 'seats', 'open')).out).toContain('"areOpen": true');
    expect((await runOn(hub, 'seats', 'sell')).error).toContain('Write open or close');
    expect((await runOn(hub, 'pairs')).out).toContain('"pairs": []');
    expect((await runOn(hub, 'pairs', 'merge', 'x')).error).toContain('the number of a pair');
    expect((await runOn(hub, 'pairs', 'merge', '7')).error).toContain('no such thing');
    expect((await runOn(hub, 'purge', '--purpose', 'registration')).out).toContain('"sealedRecords": 0');
    expect((await runOn(hub, 'receipts')).out).toContain('"purpose": "registration"');
  });

  it('make staff, and tell their secrets once', async () => {
    const hub = await startTestHub();
    expect((await runOn(hub, 'staff')).out).toContain('There are no staff yet');
    expect((await runOn(hub, 'staff', 'add', '--label', 'Desk 1')).error).toContain('helper, supervisor, technician');
    const added = (await runOn(hub, 'staff', 'add', '--label', 'Desk 1', '--role', 'supervisor')).out ?? '';
    expect(added).toMatch(/FOYER-STAFF-[0-9A-HJKMNP-TV-Z]{26}\n/);
    expect(added).toMatch(/^Number {2}10$/m);
    const pin = /^PIN {5}(\d{6})$/m.exec(added)?.[1] ?? '';
    const list = (await runOn(hub, 'staff')).out ?? '';
    expect(list).toMatch(/^10 +supervisor +Desk 1$/m);
    expect(list).not.toContain(pin);
    expect((await runOn(hub, 'staff', 'pin', '10')).out).toMatch(/The new PIN of 10, shown this once: \d{6}$/);
    expect((await runOn(hub, 'staff', 'unlock', '10')).error).toBe('There is no such thing at this hub.');
    expect((await runOn(hub, 'staff', 'remove', '10')).out).toContain('is signed out everywhere');
    expect((await runOn(hub, 'staff', 'remove', '10')).code).toBe(1);
    expect((await runOn(hub, 'staff', 'promote', '10')).error).toContain('not promote');
  });

  it('write the trail, and check it without a hub', async () => {
    const hub = await startTestHub();
    await runOn(hub, 'staff', 'add', '--label', 'Desk 1', '--role', 'helper');
    const file = join(hub.data, 'audit.jsonl');
    expect((await runOn(hub, 'audit', '--out', file)).code).toBe(0);
    expect((await runOn(hub, 'audit', '--out', file)).error).toContain('is not overwritten');
    const { hubKey } = hub.hub.readiness;
    await hub.close();
    const nowhere = ['--data', join(hub.data, 'none'), '--verify', file];
    const alone = (...more: string[]) => runCommand('audit', { argv: [...nowhere, ...more], environment: {} });
    expect(await alone('--hub-key', hubKey)).toMatchObject({
      out: expect.stringContaining('is whole: 2 entries') as string,
    });
    expect((await alone()).out).toContain(hubKey);
    const other = hubKey.startsWith('-') ? `--${hubKey.slice(2)}` : `-${hubKey.slice(1)}`;
    expect(await alone('--hub-key', other)).toMatchObject({
      code: 1,
      error: expect.stringContaining('another hub') as string,
    });
    changeFile(file, (text) => text.replace('"staff-add"', '"staff-adD"'));
    expect(await alone('--hub-key', hubKey)).toEqual({
      code: 1,
      error: `${file}, line 1: its hash is not that of what it says.`,
    });
  });
});
