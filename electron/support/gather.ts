import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import packageJson from '../../package.json' with { type: 'json' };
import { createItemReader } from '../cache/read-items.ts';
import { enrolmentPath } from '../choose-hub.ts';
import type { Config } from '../config/read-config.ts';
import type { RunProgram } from '../doctor/machine/run-program.ts';
import { isInUse } from '../doctor/machine/is-in-use.ts';
import { readMachine } from '../doctor/machine/read-machine.ts';
import { freeBytes } from '../doctor/machine/write-through.ts';
import { readEnrolment } from '../uplink/enrolment-file.ts';
import { describeAddress } from '../uplink/hub-target.ts';
import { describeConfig } from './describe-config.ts';
import { listJournalSecrets, readJournalNumbers } from './journal-numbers.ts';
import { removePersonal, type Removed } from './remove-personal.ts';

/** One file of a bundle. */
export interface SupportFile {
  readonly name: string;
  readonly text: string;
  /** What the review took out. */
  readonly removed: Removed;
}

export interface GatherParts {
  readonly config: Config;
  readonly shell: string;
  /** ISO 8601. */
  readonly at: string;
  readonly run: RunProgram;
}

/** The newest of the logs, so many bytes in all. */
const mostLogBytes = 20 * 1024 * 1024;
const units = ['foyer-kiosk.service', 'foyer-hub.service'] as const;
const unitFacts = 'LoadState,ActiveState,SubState,Result,NRestarts,ExecMainCode,ExecMainStatus,ActiveEnterTimestamp';

/** Everything that helps to understand a kiosk from afar, with names and secrets taken out. The kiosk may be running. */
export async function gatherSupport(parts: GatherParts): Promise<SupportFile[]> {
  const { config } = parts;
  const journal = join(config.data, 'journal.sqlite');
  const texts = new Map<string, string>([
    ['versions.json', toText(await readVersions(parts))],
    ['configuration.json', toText(describeConfig(config))],
    ['enrolment.json', toText(describeEnrolment(config.data))],
    ['journal.json', toText(readJournalNumbers(journal))],
    ...copyFiles(config.data, ['doctor.json', 'go-live.json']),
    ...(await readUnits(parts.run)),
    ...copyLogs(join(config.data, 'logs')),
  ]);
  const known = [...listJournalSecrets(journal), ...listStaffLabels(join(config.data, 'cache.sqlite'))];
  const files = [...texts].map(([name, text]): SupportFile => ({ name, ...removePersonal(text, known) }));
  return [{ name: 'README.txt', text: describeBundle(files, parts), removed: {} }, ...files];
}

async function readVersions({ config, shell, at }: GatherParts) {
  const { system, mount, connectedScreens } = readMachine(config.data);
  const memory = process.memoryUsage();
  return {
    ...{ at, foyer: packageJson.version, shell, node: process.versions.node, system, connectedScreens },
    ...{ disk: mount, freeMegabytes: Math.floor((await freeBytes(config.data)) / 2 ** 20) },
    ...{ isKioskRunning: isInUse(join(config.data, 'journal.sqlite')), rssMegabytes: Math.round(memory.rss / 2 ** 20) },
  };
}

/** Who it is and whose; no key, no code. */
function describeEnrolment(data: string): unknown {
  const kept = readEnrolment(enrolmentPath(data));
  if (!kept.ok) return { unreadable: true };
  if (kept.value === null) return null;
  const { address, certificate } = kept.value;
  const { epoch, event, kiosk, position } = certificate;
  return { hub: describeAddress(address), epoch, event, kiosk, position };
}

function copyFiles(data: string, names: readonly string[]): [string, string][] {
  return names
    .filter((name) => existsSync(join(data, name)))
    .map((name) => [name, readFileSync(join(data, name), 'utf8')]);
}

function copyLogs(folder: string): [string, string][] {
  if (!existsSync(folder)) return [];
  const newestFirst = readdirSync(folder)
    .map((name) => ({ name, path: join(folder, name), stat: statSync(join(folder, name)) }))
    .filter(({ stat }) => stat.isFile())
    .toSorted((one, other) => other.stat.mtimeMs - one.stat.mtimeMs);
  let room = mostLogBytes;
  return newestFirst.flatMap(({ name, path, stat }): [string, string][] => {
    room -= stat.size;
    return room < 0 ? [] : [[`logs/${name}`, readFileSync(path, 'utf8')]];
  });
}

async function readUnits(run: RunProgram): Promise<[string, string][]> {
  const told = await Promise.all(
    units.map(async (unit): Promise<[string, string | null]> => [
      `units/${unit}.txt`,
      await run('systemctl', 'show', unit, `--property=${unitFacts}`),
    ]),
  );
  return told.flatMap(([name, text]): [string, string][] => (text === null ? [] : [[name, text]]));
}

/** Staff are called by their labels at the hub; they are nobody's business here. */
function listStaffLabels(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      return createItemReader(database)
        .listStaff()
        .map(({ label }) => label);
    } finally {
      database.close();
    }
  } catch {
    return [];
  }
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function describeBundle(files: readonly SupportFile[], { at }: GatherParts): string {
  const lines = files.map(({ name, removed }) => {
    const taken = Object.entries(removed).map(([kind, count]) => `${String(count)} × ${kind}`);
    return `  ${name}${taken.length === 0 ? '' : `   (taken out: ${taken.join(', ')})`}`;
  });
  return `Support bundle of a Foyer kiosk, ${at}

${lines.join('\n')}

It holds no registration, no key, no PIN and no code: of the journal only numbers. Every text was looked through for identity numbers,
e-mail addresses, telephone numbers, claim codes, what is sealed in the journal, and the labels of staff. What looked like one of them is
replaced by [removed: …], and counted above. A name alone has no form that it could be known by: Foyer writes none into its logs, but look
through them yourself before you send them on.
`;
}
