import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readConfig } from '../../config/read-config.ts';
import { root } from '../../places.ts';
import { readProfiles } from '../profiles/read-profiles.ts';
import { askPrinter, findPrinters } from './find-printers.ts';
import { describeListed, toListed } from './list-printers.ts';

const defaults = { event: join(root, 'build', 'sample-event'), data: join(root, '.foyer') };

const help = `Lists the printers within reach: those of the configuration, those at USB, those that answer on the network (mDNS).
Each with how it stands now and with what to write into kiosk.json. Nothing is printed.

  npm run printers -- [options]

  --seconds N              how long the network is listened to, 3 unless told
  --models                 lists the models that can be written as printerModel, with their media, and ends
  --json                   a JSON list instead of text
  --data DIR               the kiosk's data folder, whose kiosk.json is read
  --config FILE            another kiosk.json
  --printer-profiles FILE  more printer models
  --help                   this text

Exit codes: 0 listed, 2 wrong options or kiosk.json.`;

const exitCodes = { listed: 0, wrongOptions: 2 };

function readOptions(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        seconds: { type: 'string', default: '3' },
        models: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        data: { type: 'string' },
        config: { type: 'string' },
        'printer-profiles': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : 'the options are wrong';
  }
}

async function list(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === 'string') return complain(options, 'Run with --help to see the options.');
  if (options.help) {
    console.log(help);
    return exitCodes.listed;
  }
  const seconds = Number(options.seconds);
  if (!(seconds > 0 && seconds <= 60))
    return complain(`--seconds: write a number from 1 to 60, not "${options.seconds}".`);
  const handedOn = (['data', 'config', 'printer-profiles'] as const).flatMap((name) =>
    options[name] === undefined ? [] : [`--${name}=${options[name]}`],
  );
  const surroundings = { environment: process.env, workingFolder: process.cwd(), defaults };
  const config = readConfig({ argv: handedOn, ...surroundings, unknownFlags: 'refuse' });
  if (!config.ok) return complain(...config.reason);
  const profiles = readProfiles(options['printer-profiles'] ?? process.env['FOYER_PRINTER_PROFILES']);
  if (!profiles.ok) return complain(profiles.reason);
  if (options.models) {
    for (const { id, model, media } of profiles.value)
      console.log(`${id}  ${model}: ${media.map(({ name }) => name).join(', ')}`);
    return exitCodes.listed;
  }
  const found = await findPrinters({
    configured: config.value.printers,
    profiles: profiles.value,
    network: { withinMilliseconds: seconds * 1_000 },
  });
  const listed = await Promise.all(found.map(async (printer) => toListed(printer, await askPrinter(printer))));
  if (options.json) console.log(JSON.stringify(listed, null, 2));
  else console.log(listed.map(describeListed).join('\n\n'));
  return exitCodes.listed;
}

function complain(...lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  return exitCodes.wrongOptions;
}

process.exitCode = await list(process.argv.slice(2));
