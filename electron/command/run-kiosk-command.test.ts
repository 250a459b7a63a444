import { describe, expect, it } from 'vitest';
import type { CommandCall, KioskCommand } from './kiosk-command.ts';
import { runKioskCommand } from './run-kiosk-command.ts';
import { unusedShell } from './unused-shell.fixture.ts';

const greet: KioskCommand = {
  usage: '[NAME]',
  help: 'Says hello.',
  details: 'Exit codes: 0 said, 1 nobody there.',
  run({ argv, say }) {
    say(`hello ${argv.join(' ')}`);
    return Promise.resolve(argv.length === 0 ? 1 : 0);
  },
};

async function run(...argv: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const call: CommandCall = {
    argv,
    environment: {},
    workingFolder: '/',
    defaults: { event: '/event', data: '/data' },
    shell: unusedShell,
    say: (lines) => said.push(lines),
    write: () => undefined,
    complain: (lines) => complained.push(lines),
  };
  const code = await runKioskCommand(call, { greet });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

describe('a word in front of everything', () => {
  it('runs its command with what follows it, and gives its exit code', async () => {
    expect(await run('greet', 'you', '--loudly')).toEqual({ code: 0, said: 'hello you --loudly', complained: '' });
    expect((await run('greet')).code).toBe(1);
  });

  it('that is unknown gets the list of commands and 2', async () => {
    const { code, said, complained } = await run('gret');
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(complained).toContain('There is no command "gret"');
    expect(complained).toContain('greet [NAME]\n      Says hello.');
  });

  it('is not looked up in what every object has', async () => {
    expect((await run('constructor')).code).toBe(2);
  });

  it('explains its command', async () => {
    const { code, said } = await run('greet', '--help');
    expect(code).toBe(0);
    expect(said).toContain('foyer greet [NAME]\n\nSays hello.\n\nExit codes');
  });
});

describe('no word in front', () => {
  it.each([[[]], [['--window']], [['--kiosk', 'greet']], [['electron/dist/main.js', 'greet']], [['.']]])(
    'means the kiosk: %j',
    async (argv) => {
      expect(await run(...argv)).toEqual({ code: null, said: '', complained: '' });
    },
  );
});
