import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configured } from '../printing/test-configured.ts';
import { describeOptions, optionNames, toEnvironmentName, toFlag, type OptionName } from './options.ts';
import { readConfig, type ConfigSources } from './read-config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-config-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(sources: Partial<ConfigSources>) {
  const defaults = { event: '/events/sample', data: join(folder, 'data') };
  return readConfig({
    argv: [],
    environment: {},
    workingFolder: folder,
    defaults,
    unknownFlags: 'refuse',
    ...sources,
  });
}

function writeKioskFile(content: unknown, path = join(folder, 'data', 'kiosk.json')): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function problemsOf(sources: Partial<ConfigSources>): string[] {
  const config = read(sources);
  return config.ok ? [] : config.reason;
}

describe('what is not given', () => {
  it('has a default', () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        event: '/events/sample',
        data: join(folder, 'data'),
        printers: [configured({ address: `folder:${join(folder, 'data', 'printed')}` })],
        idleWarnAfterSeconds: 45,
        idleWipeAfterSeconds: 15,
        hubListen: '127.0.0.1:0',
        updates: 'hub',
        restartAt: '04:30',
        pageMegabytes: 1200,
        hostMegabytes: 800,
        diskMegabytes: 200,
        logLevel: 'info',
        logMegabytes: 5,
        logFiles: 9,
        camera: true,
        port: 0,
        window: false,
      },
    });
  });

  it('follows the data folder that is given', () => {
    expect(read({ argv: ['--data', 'elsewhere'] })).toMatchObject({
      value: {
        data: join(folder, 'elsewhere'),
        printers: [{ address: { kind: 'folder', folder: join(folder, 'elsewhere', 'printed') } }],
      },
    });
  });

  it('takes the event that was loaded into the data folder before the sample', () => {
    const loaded = join(folder, 'data', 'event');
    mkdirSync(loaded, { recursive: true });
    expect(read({})).toMatchObject({ value: { event: '/events/sample' } });
    writeFileSync(join(loaded, 'event.json'), '{}');
    expect(read({})).toMatchObject({ value: { event: loaded } });
    expect(read({ argv: ['--event', 'other'] })).toMatchObject({ value: { event: join(folder, 'other') } });
  });

  it('includes an environment variable that is empty', () => {
    expect(read({ environment: { FOYER_PORT: '' } })).toMatchObject({ value: { port: 0 } });
  });
});

describe('precedence', () => {
  it('is flag, environment, file, default', () => {
    writeKioskFile({ idleWarnAfterSeconds: 10, idleWipeAfterSeconds: 10, port: 1000, kiosk: 'K9' });
    const environment = { FOYER_IDLE_WARN_AFTER_SECONDS: '20', FOYER_IDLE_WIPE_AFTER_SECONDS: '20' };
    const config = read({ argv: ['--idle-warn-after-seconds', '30'], environment });
    expect(config).toMatchObject({
      value: { idleWarnAfterSeconds: 30, idleWipeAfterSeconds: 20, port: 1000, kiosk: 'K9', window: false },
    });
  });

  it('holds for the path of the file as well', () => {
    writeKioskFile({ port: 1 });
    writeKioskFile({ port: 2 }, join(folder, 'environment.json'));
    writeKioskFile({ port: 3 }, join(folder, 'flag.json'));
    const environment = { FOYER_CONFIG: 'environment.json' };
    expect(read({})).toMatchObject({ value: { port: 1 } });
    expect(read({ environment })).toMatchObject({ value: { port: 2 } });
    expect(read({ environment, argv: ['--config=flag.json'] })).toMatchObject({ value: { port: 3 } });
  });

  it('lets a flag turn off what the file turns on', () => {
    writeKioskFile({ window: true });
    expect(read({})).toMatchObject({ value: { window: true } });
    expect(read({ argv: ['--no-window'] })).toMatchObject({ value: { window: false } });
    expect(read({ argv: ['--window=false'] })).toMatchObject({ value: { window: false } });
  });
});

describe('paths', () => {
  it('start from the folder of the file that holds them, or from where the command runs', () => {
    const path = writeKioskFile({ event: 'pack', printer: 'folder:sheets' }, join(folder, 'etc', 'kiosk.json'));
    expect(read({ argv: ['--config', path, '--data', 'here'] })).toMatchObject({
      value: {
        event: join(folder, 'etc', 'pack'),
        printers: [{ address: { kind: 'folder', folder: join(folder, 'etc', 'sheets') } }],
        data: join(folder, 'here'),
      },
    });
  });
});

/** Takes the place of the shipped one. */
const ownProfile = {
  id: 'folder',
  model: 'Our own paper',
  dialect: 'folder',
  media: [{ name: '50mm', widthDots: 400, heightDots: null, dotsPerInch: 203 }],
  cutter: 'none',
  status: 'asked',
};

describe('every option', () => {
  const values: Record<string, string> = {
    event: 'pack',
    data: 'kept',
    kiosk: 'K3',
    printer: 'tcp://printer:9101',
    printerModel: 'folder',
    media: '104mm',
    printers: '[{"id":"maps","address":"tcp://printer:9101","media":"104mm","documents":["map"]}]',
    printerProfiles: 'profiles.json',
    idleWarnAfterSeconds: '5',
    idleWipeAfterSeconds: '3600',
    hub: '192.168.1.20:7443',
    enrol: '7K3M-9QXT-0000-1111-2222-3333',
    hubListen: '0.0.0.0:7443',
    camera: 'false',
    port: '65535',
    chromium: 'bin/chromium',
    window: 'true',
    restartAt: '23:05',
    updates: 'off',
    updateWindow: '20:00-07:00',
    supervised: 'true',
    pageMegabytes: '900',
    hostMegabytes: '500',
    diskMegabytes: '1000',
    logLevel: 'debug',
    logMegabytes: '1',
    logFiles: '3',
  };

  it.each(optionNames)('%s is a flag, a variable and a key alike, and stands in the help', (name) => {
    const value = values[name] ?? '';
    writeFileSync(join(folder, 'profiles.json'), JSON.stringify([ownProfile]));
    const byFlag = read({ argv: [`--${toFlag(name)}=${value}`] });
    const byVariable = read({ environment: { [toEnvironmentName(name)]: value } });
    const path = writeKioskFile({ [name]: value }, join(folder, 'kiosk.json'));
    const byKey = read({ argv: ['--config', path] });
    expect(byFlag).toMatchObject({ ok: true });
    expect(byFlag).not.toEqual(read({}));
    expect(byVariable).toEqual(byFlag);
    expect(byKey).toEqual(byFlag);
    expect(describeOptions({})).toContain(`--${toFlag(name)}`);
    expect(describeOptions({})).toContain(toEnvironmentName(name));
  });
});

/** Where a value may stand, the nearest first. */
const sources = ['flag', 'variable', 'key'] as const;

describe('options together', () => {
  // Text that is right for every one of these, and another of each.
  const pairs: Partial<Record<OptionName, readonly [string, string, string]>> = {
    kiosk: ['K1', 'K2', 'K3'],
    idleWarnAfterSeconds: ['5', '6', '7'],
    idleWipeAfterSeconds: ['5', '6', '7'],
    hub: ['ask', 'none', 'embedded'],
    enrol: ['A', 'B', 'C'],
    hubListen: ['127.0.0.1:1', '127.0.0.1:2', '127.0.0.1:3'],
    port: ['1', '2', '3'],
    chromium: ['a', 'b', 'c'],
    event: ['a', 'b', 'c'],
    data: ['a', 'b', 'c'],
  };
  const names = Object.keys(pairs) as OptionName[];

  it('come each from the nearest place where they stand, whatever the others do', () => {
    const places = fc.record(Object.fromEntries(names.map((name) => [name, fc.subarray([...sources])])));
    fc.assert(
      fc.property(places, (standing) => {
        const pick = (source: (typeof sources)[number]) =>
          names.flatMap((name) => {
            const value = pairs[name]?.[sources.indexOf(source)];
            return standing[name]?.includes(source) === true && value !== undefined ? [[name, value] as const] : [];
          });
        const path = writeKioskFile(Object.fromEntries(pick('key')), join(folder, 'kiosk.json'));
        const all = read({
          argv: ['--config', path, ...pick('flag').map(([name, value]) => `--${toFlag(name)}=${value}`)],
          environment: Object.fromEntries(pick('variable').map(([name, value]) => [toEnvironmentName(name), value])),
        });
        const nearest = names.flatMap((name) => {
          const source = sources.find((each) => standing[name]?.includes(each));
          return source === undefined ? [] : [`--${toFlag(name)}=${pairs[name]?.[sources.indexOf(source)] ?? ''}`];
        });
        expect(all).toEqual(read({ argv: nearest }));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a mistake', () => {
  it.each([
    [['--port', 'abc'], '--port: "abc" does not fit; write a whole number from 0 to 65535.'],
    [['--port'], '--port: nothing does not fit; write a whole number from 0 to 65535.'],
    [
      ['--media=90mm', '--printer=tcp://printer'],
      '--media: "90mm" does not fit; write what a Receipt printer, 80 mm (ESC/POS) can hold: 72mm, 80mm, 58mm, 48mm, 104mm-203, 104mm.',
    ],
    [
      ['--hub=hub'],
      '--hub: "hub" does not fit; write ask, embedded, none, or HOST:PORT of a hub, such as 192.168.1.20:7443.',
    ],
    [['--window=perhaps'], '--window: "perhaps" does not fit; write true or false.'],
    [['--prot', '1'], '--prot: unknown option. Run with --help to see the options.'],
    [['--constructor'], '--constructor: unknown option. Run with --help to see the options.'],
    [['pack'], '"pack": no option belongs to this. Run with --help to see the options.'],
  ])('on the command line (%j) is named with what to write', (argv, words) => {
    expect(problemsOf({ argv })).toContain(words);
  });

  it('in the environment is named by its variable', () => {
    expect(problemsOf({ environment: { FOYER_PRINTER: 'lpt1' } })).toEqual([
      expect.stringMatching(/^FOYER_PRINTER: "lpt1" does not fit; write folder:DIR .* tcp:\/\/HOST:PORT/),
    ]);
  });

  it('in the file is named by key and file', () => {
    const path = writeKioskFile({ idleWarnAfterSeconds: 4.5, colour: 'red' });
    const problems = problemsOf({});
    expect(problems).toHaveLength(2);
    expect(problems).toContainEqual(expect.stringContaining(`"colour" in ${path}, line 1, column 29: unknown option.`));
    expect(problems).toContainEqual(
      expect.stringContaining(
        `"idleWarnAfterSeconds" in ${path}, line 1, column 2: 4.5 does not fit; write a whole number of seconds`,
      ),
    );
  });

  it.each(['[]', 'null', '', '// {}'])('in the file’s form (%s) is named by its path', (content) => {
    const path = writeKioskFile(content);
    expect(problemsOf({})).toEqual([expect.stringContaining(`${path}: is not a JSON object.`)]);
  });

  it('in the file’s path is named, whereas the usual file may be missing', () => {
    expect(problemsOf({ argv: ['--config', 'missing.json'] })).toEqual([
      expect.stringContaining(`--config ${join(folder, 'missing.json')}: cannot be read`),
    ]);
  });

  it('does not hide another one', () => {
    expect(problemsOf({ argv: ['--port=x', '--media=y', '--what'], environment: { FOYER_KIOSK: '!' } })).toHaveLength(
      4,
    );
  });
});

describe('printers', () => {
  const badges = { id: 'badges', address: 'tcp://10.0.0.5', model: 'epson-tm-t88vi', documents: ['badge'] };

  it('of a list come with their model, media and address', () => {
    writeKioskFile({ printers: [badges, { id: 'maps', address: 'folder:maps', media: 'A4', isShared: true }] });
    expect(read({})).toMatchObject({
      value: {
        printers: [
          {
            entry: { id: 'badges', documents: ['badge'], isShared: false },
            address: { kind: 'tcp', host: '10.0.0.5', port: 9100 },
            profile: { id: 'epson-tm-t88vi', dialect: 'esc-pos' },
            media: { name: '72mm', widthDots: 512, dotsPerInch: 180 },
          },
          {
            entry: { id: 'maps', documents: ['badge', 'map', 'route', 'test'], isShared: true },
            address: { kind: 'folder', folder: join(folder, 'data', 'maps') },
            media: { name: 'A4', widthDots: 2362 },
          },
        ],
      },
    });
  });

  it('may be of a model that a technician wrote down', () => {
    const model = { ...ownProfile, id: 'our-model', dialect: 'esc-pos' };
    writeFileSync(join(folder, 'models.json'), JSON.stringify([model]));
    const argv = ['--printer-profiles=models.json', '--printer=tcp://10.0.0.5', '--printer-model=our-model'];
    expect(read({ argv })).toMatchObject({
      value: { printers: [{ profile: { model: 'Our own paper' }, media: { widthDots: 400 } }] },
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['no list', {}, /"printers" in .*kiosk.json, line 1, column 2: \{\} does not fit; .*write a list such as/],
    ['an entry without an address', [{ id: 'a' }], /0\.address: .*write a list such as/],
    ['a wrong address', [{ ...badges, address: 'lpt1' }], /printer "badges": "lpt1" does not fit; write folder:DIR/],
    ['no such model', [{ ...badges, model: 'x' }], /printer "badges": "x" does not fit; write one of epson-tm-t20iii/],
    [
      'no such media',
      [{ ...badges, media: 'A4' }],
      /printer "badges": "A4" does not fit; .*EPSON TM-T88VI can hold: 72mm/,
    ],
    [
      'a model that the address does not speak',
      [{ ...badges, address: 'queue:desk' }],
      /printer "badges": .* does not speak esc-pos: write one of generic-queue/,
    ],
    ['an id twice', [badges, badges], /the id "badges" is there twice/],
  ])('refuse %s', (_name, printers, words) => {
    writeKioskFile({ printers });
    expect(problemsOf({}).join('\n')).toMatch(words);
  });

  it('refuse a list beside one printer, and models that cannot be read', () => {
    writeKioskFile({ printers: [badges] });
    expect(problemsOf({ argv: ['--media=72mm'] })).toEqual([
      expect.stringContaining('--media: stands beside "printers"'),
    ]);
    expect(problemsOf({ argv: ['--printer-profiles=missing.json'] })).toEqual([
      expect.stringMatching(/^--printer-profiles: .*missing.json cannot be read .* Write the path of a JSON file/),
    ]);
    writeFileSync(join(folder, 'models.json'), JSON.stringify([{ ...ownProfile, cutter: 'axe' }]));
    expect(problemsOf({ argv: ['--printer-profiles=models.json'] })).toEqual([
      expect.stringMatching(/models.json at 0.cutter: .* Write a list as the one of the shipped models/),
    ]);
  });
});

it('leaves the switches of Electron alone where it is told to', () => {
  const argv = ['--no-sandbox', '--remote-debugging-port=0', '--inspect=0', '--port=3', '.'];
  expect(read({ argv, unknownFlags: 'ignore' })).toMatchObject({ value: { port: 3 } });
});
