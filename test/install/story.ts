import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { journalVersion } from '../../electron/journal/schema.ts';
import { runProgram } from '../../build/package/run-program.ts';
import { fillJournal } from './fill-journal.ts';
import { journeySchema, type JourneyStep } from './journey.ts';
import { startSession, type NestedSession } from './nested-session.ts';
import { listProcesses, readSandbox } from './processes.ts';
import { readRecords } from './read-records.ts';
import { follow, scanUntil } from './watch-screen.ts';

/** Told by try-install.ts, as JSON in the first argument. */
const storySchema = z.object({
  /** The package, and the same application a version later. */
  debs: z.tuple([z.string(), z.string()]),
  /** Folder of journey.json and its pictures. */
  journey: z.string(),
  /** Folder for what was seen. */
  kept: z.string(),
  visitors: z.number(),
});

const { debs, journey: pictures, kept, visitors } = storySchema.parse(JSON.parse(process.argv[2] ?? ''));
const [deb, laterDeb] = debs;
const journey = journeySchema.parse(JSON.parse(readFileSync(join(pictures, 'journey.json'), 'utf8')));

const name = 'foyer-kiosk';
const data = '/var/lib/foyer';
const config = '/etc/foyer/kiosk.json';
const units = ['foyer-kiosk.service', 'foyer-hub.service', 'foyer-update.path', 'foyer-update.service'].map(
  (unit) => `/usr/lib/systemd/system/${unit}`,
);
const settings = '// A lone kiosk.\n{ "hub": "embedded" }\n';
const policy = '/etc/chromium/policies/managed/foyer.json';

async function step(title: string, work: () => Promise<string>): Promise<void> {
  const begin = performance.now();
  const detail = await work();
  const seconds = (performance.now() - begin) / 1000;
  console.log(`  ${seconds.toFixed(1).padStart(5)} s  ${title}${detail === '' ? '' : `: ${detail}`}`);
}

function expect(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}

/** @returns what the program said, and whether it ended well */
async function ask(program: string, ...args: string[]): Promise<{ isWell: boolean; said: string }> {
  try {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
    return { isWell: true, said: await runProgram({ program, args, environment }) };
  } catch (error) {
    return { isWell: false, said: error instanceof Error ? error.message : String(error) };
  }
}

async function must(program: string, ...args: string[]): Promise<string> {
  const { isWell, said } = await ask(program, ...args);
  expect(isWell, said);
  return said.trim();
}

async function installedVersion(): Promise<string> {
  const { said } = await ask('dpkg-query', '--show', '--showformat=${Version} ${db:Status-Status}', name);
  return said.trim();
}

async function uidOf(user: string): Promise<number> {
  return Number(await must('id', '-u', user));
}

let session: NestedSession | null = null;

async function open(): Promise<NestedSession> {
  const [unit = ''] = units;
  session = await startSession({ unit, log: join(kept, 'session.log') });
  return session;
}

async function stop(): Promise<void> {
  await session?.stop();
  session = null;
}

function drive(steps: readonly JourneyStep[]): Promise<void> {
  if (session === null) throw new Error('No session runs.');
  return follow(session, { steps, pictures, kept });
}

async function tell(): Promise<void> {
  await step('dpkg installs it', async () => {
    // As the installer on a stick does with the kiosk.json beside it. Without it the first screen asks for an enrolment code.
    mkdirSync(dirname(config), { recursive: true });
    writeFileSync(config, settings);
    await must('dpkg', '--install', deb);
    expect(readFileSync(config, 'utf8') === settings, 'The configuration has changed.');
    const files = [policy, config, '/usr/bin/foyer', '/opt/foyer/bin/node', ...units];
    for (const file of files) expect(existsSync(file), `${file} is missing.`);
    const { uid, mode } = statSync(data);
    expect(uid === (await uidOf('foyer')) && (mode & 0o777) === 0o700, `${data} is not the kiosk's alone.`);
    const wanted = '/etc/systemd/system/graphical.target.wants/foyer-kiosk.service';
    expect(existsSync(wanted), 'The kiosk is not enabled.');
    expect(!existsSync('/etc/systemd/system/multi-user.target.wants/foyer-hub.service'), 'The hub is enabled.');
    return installedVersion();
  });

  await step('nothing of the application can be written by its user', async () => {
    const writable = await must(
      'find',
      '/opt/foyer',
      '(',
      '!',
      '-user',
      'root',
      '-o',
      '-perm',
      '/022',
      ')',
      '!',
      '-type',
      'l',
    );
    expect(writable === '', `Others than root may write:\n${writable}`);
    return must('du', '--summarize', '--human-readable', '/opt/foyer');
  });

  await step('systemd-analyze verifies the units', async () => {
    return must('systemd-analyze', 'verify', ...units);
  });

  await step('foyer --help and the sample event speak', async () => {
    expect((await must('foyer', '--help')).includes('--printer'), 'foyer --help does not list the options.');
    expect(
      (await must('foyer', 'event', 'check', '/opt/foyer/build/sample-event')).includes('No errors'),
      'The sample event is broken.',
    );
    expect((await must('foyer', 'printers', '--models')).includes('epson'), 'foyer printers lists no models.');
    expect((await must('foyer', 'hub', '--help')).includes('--listen'), 'foyer hub does not list its options.');
    return '';
  });

  await step('the kiosk starts as its own user', async () => {
    const { display } = await open();
    const [first] = journey.register;
    await drive(first === undefined ? [] : [first]);
    return `full screen on ${display}`;
  });

  await step("Chromium's sandbox is on", async () => {
    const all = listProcesses(await uidOf('foyer'));
    expect(!all.some(({ command }) => command.includes('--no-sandbox')), 'Chromium runs without its sandbox.');
    const pages = all.filter(({ command }) => command.includes('--type=renderer'));
    expect(pages.length > 0, 'No page of Chromium runs.');
    for (const page of pages) {
      const { hasFilter, isApart } = readSandbox(page);
      expect(hasFilter && isApart, `The page ${page.pid} is not in a sandbox.`);
    }
    return `${pages.length} page processes with a filter and a user namespace of their own`;
  });

  await step('a visitor registers by touch and takes a badge', async () => {
    await drive(journey.register);
    const { count, claimCode } = readRecords(data);
    expect(count === 1 && claimCode !== null, `The journal has ${count} registrations.`);
    const sheets = readdirSync(join(data, 'printed'));
    expect(
      sheets.some((sheet) => sheet.endsWith('.png')),
      'No badge came out.',
    );
    return `the journal has it, and ${sheets.join(', ')}`;
  });

  const code = readRecords(data).claimCode ?? '';

  await step(`${visitors} more in the journal, the kiosk being off`, async () => {
    await stop();
    await fillJournal({ data, event: '/opt/foyer/build/sample-event', count: visitors });
    await must('chown', '--recursive', 'foyer:foyer', data);
    return '';
  });

  await step('an upgrade keeps journal and configuration', async () => {
    const before = readRecords(data);
    await must('dpkg', '--install', laterDeb);
    const after = readRecords(data);
    expect(after.count === visitors + 1 && after.digest === before.digest, 'The journal has changed.');
    expect(readFileSync(config, 'utf8') === settings, 'The configuration has changed.');
    return `${await installedVersion()}, ${after.count} registrations as they were`;
  });

  await step('the later version starts and knows the visitor by the badge', async () => {
    const running = await open();
    const [first] = journey.register;
    await drive(first === undefined ? [] : [first]);
    await scanUntil(running, { code, picture: join(pictures, 'found.png'), kept });
    expect(readRecords(data).count === visitors + 1, 'Registrations are missing.');
    await stop();
    return '';
  });

  await step('a downgrade is taken while the journal allows it, and refused when it does not', async () => {
    const before = await installedVersion();
    setJournalVersion(journalVersion + 1);
    const { isWell, said } = await ask('dpkg', '--install', deb);
    expect(!isWell && said.includes('written by a newer Foyer'), `dpkg did not refuse:\n${said}`);
    expect((await installedVersion()) === before, `After the refusal ${await installedVersion()} is installed.`);
    setJournalVersion(journalVersion);
    await must('dpkg', '--install', deb);
    expect(readRecords(data).count === visitors + 1, 'Registrations are missing.');
    return installedVersion();
  });

  await step('removed, it takes the locks off and keeps the data', async () => {
    await must('dpkg', '--remove', name);
    expect(!existsSync(policy), "Chromium's policies have stayed.");
    expect(readRecords(data).count === visitors + 1, 'Registrations are missing.');
    return '';
  });

  await step('purged, it leaves nothing', async () => {
    await must('dpkg', '--purge', name);
    const places = [
      data,
      '/var/lib/foyer-hub',
      '/var/lib/foyer-update',
      '/var/lib/foyer-lock-down',
      '/etc/foyer',
      '/opt/foyer',
      '/usr/bin/foyer',
      policy,
      ...units,
    ];
    const left = places.filter((place) => existsSync(place));
    const links = await must('find', '/etc/systemd/system', '/var/lib/systemd', '-name', '*foyer*');
    expect(left.length === 0 && links === '', `Left: ${[...left, links].join(' ')}`);
    for (const kind of ['passwd', 'group']) {
      const { isWell } = await ask('getent', kind, 'foyer');
      expect(!isWell, `${kind} still has foyer.`);
    }
    return '';
  });
}

/** As a later version would leave it. */
function setJournalVersion(version: number): void {
  const database = new DatabaseSync(join(data, 'journal.sqlite'));
  database.exec(`pragma user_version = ${version}; pragma wal_checkpoint(truncate)`);
  database.close();
}

try {
  await tell();
} catch (error) {
  console.error(`\nFAILED: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
  await stop();
}
// Nothing that was left open keeps the machine from being thrown away.
await wait(0);
process.exit();
