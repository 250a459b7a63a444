import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Attendee } from '../../domain/attendee.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { checkPack } from '../../domain/pack/check-pack.ts';
import { groupProblems } from '../../domain/pack/group-problems.ts';
import { readPackFolder } from '../../electron/catalogue/read-pack-folder.ts';
import { describeProblems, describeTallies } from './describe-problems.ts';
import { installPack } from './install-pack.ts';

/** As a process ends: all well, something wrong with the pack, something wrong with how it was called. */
const exitCodes = { ok: 0, problems: 1, usage: 2 } as const;

const checkHelp = `npm run event -- check PACK [--json]

Checks the event pack PACK, a folder or a .zip file, and names each fault by file, row and column, with what to write
instead. An error keeps the pack from being loaded; a warning says what was left out or read as something else.
  --json   prints { "errors", "warnings", "counts", "files": [ … ], "kinds": [ … ], "problems": [ … ] } for programs:
           what was taken of each file and why the rest was not, like problems together, each by itself
Ends with 0 when the pack can be loaded, 1 when it has errors, 2 when it was called wrongly.`;

const loadHelp = `npm run event -- load PACK [--data DIR]

Checks the event pack PACK, a folder or a .zip file, and, when it has no errors, copies it into the kiosk's data folder as DIR/event.
Otherwise what was loaded before stays. The list of attendees is checked too and stays where it is: it goes to the hub only.
  --data DIR   the kiosk's data folder; otherwise FOYER_DATA, otherwise .foyer
Ends with 0 when the pack was loaded, 1 when it has errors or cannot be copied, 2 when it was called wrongly.`;

/** `event -- check`: @returns the exit code */
export async function runCheckCommand(argv: readonly string[]): Promise<number> {
  const call = readCall(argv, { json: { type: 'boolean' }, help: { type: 'boolean' } }, checkHelp);
  if (typeof call === 'number') return call;
  const { catalogue, attendees, problems, tallies } = await checkPack(call.files);
  const counts = catalogue && countContents(catalogue, attendees);
  if (call.values['json'] === true) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const kinds = groupProblems(problems).map(({ first, others }) => ({ count: others.length + 1, ...first }));
    const report = { errors, warnings: problems.length - errors, counts, files: tallies, kinds, problems };
    console.log(JSON.stringify(report, null, 2));
  } else {
    const table = describeTallies(tallies);
    const summary = [
      ...(table === '' ? [] : [`\n${table}`]),
      ...(counts === null ? [] : [...(table === '' ? [] : ['']), describeCounts(counts)]),
    ];
    console.log([describeProblems(problems), ...summary].join('\n'));
  }
  return catalogue === null ? exitCodes.problems : exitCodes.ok;
}

/** `event -- load`: @returns the exit code */
export async function runLoadCommand(argv: readonly string[]): Promise<number> {
  const call = readCall(argv, { data: { type: 'string' }, help: { type: 'boolean' } }, loadHelp);
  if (typeof call === 'number') return call;
  const { catalogue, attendees, problems } = await checkPack(call.files);
  console.log(describeProblems(problems));
  if (catalogue === null) {
    console.error('\nThe pack was not loaded; what was loaded before stays.');
    return exitCodes.problems;
  }
  const data = resolve(chooseData(call.values['data']));
  try {
    const folder = installPack(call.files, data);
    const { attendees: people, ...counts } = countContents(catalogue, attendees);
    console.log(`\nLoaded into ${folder}: ${describeCounts(counts)} The kiosk shows it after a restart.`);
    if (people !== undefined) console.log(describeAttendees(people, join(data, 'hub', catalogue.event.id)));
    return exitCodes.ok;
  } catch (error) {
    console.error(`\n${data} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
    return exitCodes.problems;
  }
}

/** How many of each a pack holds; no attendees when it has no list of them. */
type Counts = Readonly<Record<'companies' | 'jobs' | 'sessions', number> & { skills?: number; attendees?: number }>;

function countContents(catalogue: Catalogue, attendees: readonly Attendee[] | null): Counts {
  const { companies, jobs, sessions, skills } = catalogue;
  return {
    companies: companies.length,
    jobs: jobs.length,
    sessions: sessions.length,
    ...(skills === undefined ? {} : { skills: skills.length }),
    ...(attendees === null ? {} : { attendees: attendees.length }),
  };
}

function describeCounts(counts: Counts): string {
  return `${Object.entries(counts)
    .map(([noun, count]) => `${count} ${noun}`)
    .join(', ')}.`;
}

/** @param ownHub data folder of the hub that a lone kiosk runs */
function describeAttendees(count: number, ownHub: string): string {
  return [
    `The list of ${count} attendees was not: it goes to the hub only.`,
    'Give it to the running hub with `npm run hub -- attendees FILE`, where FILE is the list.',
    `For the hub inside this kiosk, while the kiosk runs, add --data ${ownHub}.`,
  ].join('\n');
}

/** An empty variable counts as unset. */
function chooseData(flag: string | boolean | undefined): string {
  const given = [flag, process.env['FOYER_DATA']].find((value) => typeof value === 'string' && value !== '');
  return String(given ?? '.foyer');
}

type Flags = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** What was asked for, or the exit code when that is already all. */
function readCall(argv: readonly string[], flags: Flags, help: string) {
  const parsed = parse(argv, flags);
  if (parsed?.values['help'] === true) {
    console.log(help);
    return exitCodes.ok;
  }
  const [pack, ...others] = parsed?.positionals ?? [];
  if (parsed === null || pack === undefined || others.length > 0) {
    console.error(help);
    return exitCodes.usage;
  }
  const files = readPackFolder(pack);
  if (files.ok) return { files: files.value, values: parsed.values };
  console.error(files.reason);
  return exitCodes.usage;
}

function parse(argv: readonly string[], options: Flags) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n`);
    return null;
  }
}
