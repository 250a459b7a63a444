import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeOptions, isSwitch, optionNames, toEnvironmentName, toFlag, type OptionName } from './options.ts';
import { readConfig, type ConfigSources } from './read-config.ts';

function read({ argv = [], environment = {} }: Partial<ConfigSources>) {
  return readConfig({ argv, environment });
}

const publicKey = 'A'.repeat(43);

it('needs nothing', () => {
  expect(read({})).toEqual({
    ok: true,
    value: {
      data: resolve('.foyer/hub'),
      listen: { host: '127.0.0.1', port: 7443 },
      database: resolve('.foyer/hub/hub.sqlite'),
      restore: false,
      requestsPerMinute: 1200,
      enrolmentsPerMinute: 10,
      logLevel: 'info',
      passphrase: null,
    },
  });
});

describe('an option', () => {
  const values: Record<OptionName, string> = {
    data: 'elsewhere',
    listen: '0.0.0.0:80',
    event: 'pack',
    database: 'postgres://user@host/foyer',
    key: 'key.json',
    restore: 'true',
    ownKiosk: `K1:${publicKey}`,
    page: 'page',
    updates: 'releases',
    requestsPerMinute: '20',
    enrolmentsPerMinute: '3',
    logLevel: 'debug',
  };

  it.each(optionNames)('%s is a flag and a variable alike, and stands in the help', (name) => {
    const passphrase = { FOYER_PASSPHRASE: 'secret' };
    const flag = isSwitch(name) ? `--${toFlag(name)}` : `--${toFlag(name)}=${values[name]}`;
    const byFlag = read({ argv: [flag], environment: passphrase });
    const byVariable = read({ environment: { ...passphrase, [toEnvironmentName(name)]: values[name] } });
    expect(byFlag).toMatchObject({ ok: true });
    expect(byFlag).not.toEqual(read({ environment: passphrase }));
    expect(byVariable).toEqual(byFlag);
    expect(describeOptions()).toContain(`--${toFlag(name)}`);
    expect(describeOptions()).toContain(toEnvironmentName(name));
  });

  it('as a flag wins over its variable, and that over DATABASE_URL', () => {
    const environment = { DATABASE_URL: 'postgres://a', FOYER_HUB_DATABASE: 'postgres://b', FOYER_HUB_RESTORE: '' };
    expect(read({ environment: { DATABASE_URL: 'postgres://a' } })).toMatchObject({
      value: { database: 'postgres://a' },
    });
    expect(read({ environment })).toMatchObject({ value: { database: 'postgres://b', restore: false } });
    expect(read({ argv: ['--database', 'postgres://c'], environment })).toMatchObject({
      value: { database: 'postgres://c' },
    });
  });

  it.each([
    ['[::1]:7443', { host: '::1', port: 7443 }],
    ['hub.local:1', { host: 'hub.local', port: 1 }],
  ])('listens on %s', (value, listen) => {
    expect(read({ argv: ['--listen', value] })).toMatchObject({ value: { listen } });
  });

  it('keeps the database in the data folder unless told otherwise', () => {
    expect(read({ argv: ['--data', '/a'] })).toMatchObject({ value: { database: join('/a', 'hub.sqlite') } });
  });
});

describe('a mistake', () => {
  it.each([
    [['--listen', '7443'], '--listen: "7443" does not fit; write HOST:PORT, such as 127.0.0.1:7443'],
    [['--listen', '::1:7443'], 'write HOST:PORT'],
    [['--listen', 'a:70000'], 'write HOST:PORT'],
    [['--own-kiosk', 'K1:short'], 'write ID:PUBLICKEY'],
    [['--own-kiosk', `!:${publicKey}`], 'write ID:PUBLICKEY'],
    [['--requests-per-minute', '9'], 'write a whole number from 10 to 1000000'],
    [['--log-level', 'loud'], '--log-level: "loud" does not fit; write one of fatal'],
    [['--restore=perhaps'], '--restore'],
    [['--data'], '--data: nothing does not fit; write the path of a folder.'],
    [['--key', 'key.json'], 'Set FOYER_PASSPHRASE.'],
    [['--prot', '1'], '--prot: unknown option.'],
    [['K3'], '"K3": no option belongs to this.'],
  ])('(%j) is named with what to write', (argv, words) => {
    const config = read({ argv });
    expect(config.ok ? '' : config.reason.join('\n')).toContain(words);
  });

  it('is named by its variable, and never shows the database’s password', () => {
    const config = read({ environment: { FOYER_HUB_LISTEN: 'x' }, argv: ['--database='] });
    expect(config.ok ? [] : config.reason).toEqual([
      expect.stringMatching(/^FOYER_HUB_LISTEN: "x" does not fit/),
      expect.stringMatching(/^--database: the value does not fit/),
    ]);
  });
});
