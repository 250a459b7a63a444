import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commands } from './commands.ts';
import { runKioskCommand } from './run-kiosk-command.ts';
import { unusedShell } from './unused-shell.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function check(content: string | null, ...flags: string[]) {
  if (content !== null) writeFileSync(join(folder, 'kiosk.json'), content);
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runKioskCommand(
    {
      argv: ['check-config', ...flags],
      // Of this machine, and none of the file's business.
      environment: { FOYER_PORT: 'x' },
      workingFolder: folder,
      defaults: { event: '/event', data: join(folder, 'data') },
      shell: unusedShell,
      say: (lines) => said.push(lines),
      write: () => undefined,
      complain: (lines) => complained.push(lines),
    },
    commands,
  );
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

it('takes a file that is right', async () => {
  const { code, said } = await check('{ "hub": "ask", /* and */ "camera": false }', 'kiosk.json');
  expect(code).toBe(0);
  expect(said).toMatch(/kiosk\.json is right\.$/);
});

it('names every fault at once, for people and for programs', async () => {
  const content = '{\n  "prot": 1,\n  "camera": "perhaps",\n  "enrol": "7K3M"\n  "window": true\n}';
  const { code, said, complained } = await check(content, 'kiosk.json');
  expect({ code, said }).toEqual({ code: 1, said: '' });
  expect(complained.split('\n')).toEqual([
    expect.stringContaining('line 5, column 3: write a comma'),
    expect.stringContaining('"prot" in'),
    expect.stringContaining('line 3, column 3: "perhaps" does not fit; write true or false.'),
  ]);
  const { said: json } = await check(content, 'kiosk.json', '--json');
  expect(JSON.parse(json)).toMatchObject({ ok: false, problems: complained.split('\n') });
});

it('compares the shape of an enrolment code', async () => {
  expect(await check('{ "enrol": "7K3M-9QXT" }', 'kiosk.json')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('is no enrolment code') as string,
  });
});

it('wants one file, and one that is there', async () => {
  expect((await check(null)).code).toBe(2);
  expect((await check(null, '--json')).code).toBe(2);
  expect((await check(null, 'a', 'b')).code).toBe(2);
  expect(await check(null, 'missing.json')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('cannot be read') as string,
  });
});
