import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { destination, pino } from 'pino';
import { describeCommands, runCommand } from './command/run-command.ts';
import { describeOptions } from './config/options.ts';
import { readConfig, type Config } from './config/read-config.ts';
import { findPage, noPageWords } from './page/find-page.ts';
import type { HubReadiness } from './hub.ts';
import { untilStopped } from './until-stopped.ts';

const help = `npm run hub [-- options]

Starts the hub that kiosks send their records to and get the event from. When it takes requests, it writes one line of JSON to
standard output. Ctrl-C stops it. It listens on this machine only; --listen 0.0.0.0:7443 opens it to the network.

${describeOptions()}
  --help
      Shows this.

Exit codes: 0 stopped, 1 could not start, 2 wrong options.

npm run hub -- COMMAND [--data DIR]

Asks the hub that runs on that data folder.

${describeCommands()}`;

const exitCodes = { stopped: 0, notStarted: 1, wrongOptions: 2 };

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function run(argv: readonly string[]): Promise<number> {
  const [first = ''] = argv;
  if (/^[a-z]/.test(first)) {
    const { code, out, error } = await runCommand(first, { argv: argv.slice(1), environment: process.env });
    if (out !== undefined) process.stdout.write(`${out}\n`);
    if (error !== undefined) say(error);
    return code;
  }
  if (argv.includes('--help')) {
    process.stdout.write(`${help}\n`);
    return exitCodes.stopped;
  }
  const config = readConfig({ argv, environment: process.env });
  if (config.ok) return serve(config.value);
  say(config.reason.join('\n'));
  return exitCodes.wrongOptions;
}

/** Nobody vouches for the certificate, so a person compares what the browser's warning shows. */
function describePage(config: Config, { page, certificateFingerprint }: HubReadiness): string {
  if (findPage(config.page) === null) return noPageWords;
  return `Staff open ${page} in a browser. It warns of the certificate; go on when its SHA-256 fingerprint is\n${certificateFingerprint}`;
}

async function serve(config: Config): Promise<number> {
  const logger = pino({ level: config.logLevel }, destination({ fd: process.stderr.fd, sync: true }));
  // A hub in a kiosk ends with it, even when the kiosk was killed.
  const stopped = untilStopped({ endsWithParent: config.ownKiosk !== undefined });
  const random = (size: number) => randomBytes(size);
  // Not at the top: a command needs none of it, and loading it takes most of a command's time.
  const { startHub } = await import('./hub.ts');
  const hub = await startHub({ config, logger, now: () => Date.now(), elapsed: () => performance.now(), random });
  if (!hub.ok) {
    say(hub.reason);
    return exitCodes.notStarted;
  }
  const { readiness } = hub.value;
  process.stdout.write(`${JSON.stringify({ ready: true, url: `https://${readiness.address}`, ...readiness })}\n`);
  say(`The hub listens on ${readiness.address}. \`npm run hub -- enrol\` makes a code for a kiosk. Ctrl-C stops it.`);
  say(describePage(config, readiness));
  await stopped;
  await hub.value.close();
  return exitCodes.stopped;
}

process.exitCode = await run(process.argv.slice(2));
// Nothing that was left open may keep a stopped hub from ending.
process.exit();
