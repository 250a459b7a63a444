import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { runWithOptions } from '../command/run-with-options.ts';
import { createRandom } from '../faults/harness/random.ts';
import { readAddress } from './browser-targets.ts';
import { deathTechniques } from './death-techniques.ts';
import { createHand } from './hand.ts';
import { inspectPage } from './inspect-page.ts';
import { judge, readBaseline, type Baseline } from './judge.ts';
import { keyTechniques } from './key-techniques.ts';
import { monkey } from './monkey.ts';
import { help, readOptions, type EscapeOptions } from './options.ts';
import { openField } from './open-field.ts';
import { pageTechniques } from './page-techniques.ts';
import { pointerTechniques } from './pointer-techniques.ts';
import { savePicture, takePicture } from './screen.ts';
import { cannotRun, openSession, type Session, type SessionKind } from './session.ts';
import type { Technique, Tools } from './technique.ts';

const techniques = [...keyTechniques, ...pointerTechniques, ...pageTechniques, monkey, ...deathTechniques];
const exitCodes = { held: 0, exits: 1 };

interface Tried {
  readonly session: string;
  readonly technique: string;
  readonly about: string;
  readonly result: 'pass' | 'exit';
  readonly reason: string | null;
  /** Until the attract screen was back. */
  readonly seconds: number;
  readonly picture: string;
}

type Given = EscapeOptions & { readonly seed: string };

async function run(options: EscapeOptions): Promise<number> {
  const given = { ...options, seed: options.seed ?? String(randomInt(2 ** 32)) };
  mkdirSync(given.out, { recursive: true });
  const reason = cannotRun(given.sessions);
  if (reason !== null) {
    console.log(`Escape suite: skipped, ${reason}.`);
    writeReport(given, []);
    return given.isShort ? exitCodes.held : exitCodes.exits;
  }
  console.log(`Seed ${given.seed}: npm run escape -- --seed ${given.seed} draws the same again.`);
  const tried: Tried[] = [];
  for (const name of given.sessions) {
    for (const isInspected of [false, true]) {
      const chosen = choose(given, isInspected);
      if (chosen.length > 0) await tryAll({ name, isInspected }, { chosen, given, tried });
    }
  }
  const exits = tried.filter(({ result }) => result === 'exit');
  console.log(`\n${tried.length} tried, ${exits.length} exits. Pictures and report.json are in ${given.out}.`);
  return exits.length === 0 && tried.length > 0 ? exitCodes.held : exitCodes.exits;
}

function choose({ only, isShort }: Given, isInspected: boolean): Technique[] {
  return techniques.filter(
    ({ name, inspects = false, short = false }) =>
      inspects === isInspected && (only?.includes(name) ?? (!isShort || short)),
  );
}

interface Trying {
  readonly chosen: readonly Technique[];
  readonly given: Given;
  readonly tried: Tried[];
}

/** One session for all; after an exit a new one, so that each begins with a sound kiosk. */
async function tryAll(kind: SessionKind, { chosen, given, tried }: Trying): Promise<void> {
  const name = kind.isInspected ? `${kind.name}, inspected` : kind.name;
  let open: { session: Session; baseline: Baseline } | null = null;
  try {
    for (const technique of chosen) {
      open ??= await openSound(kind);
      const one = await tryOne({ ...open, name, technique, given, number: tried.length + 1 });
      tried.push(one);
      console.log(
        `${one.result.padEnd(5)} ${name}: ${one.technique}${one.reason === null ? '' : ` – ${one.reason}`} (${one.seconds} s)`,
      );
      writeReport(given, tried);
      if (one.result === 'exit' || technique.kills) {
        await open.session.close();
        open = null;
      }
    }
  } finally {
    await open?.session.close();
  }
}

async function openSound(kind: SessionKind): Promise<{ session: Session; baseline: Baseline }> {
  const session = await openSession(kind);
  try {
    return { session, baseline: await readBaseline(session) };
  } catch (error) {
    await session.close();
    throw error;
  }
}

interface Trial {
  readonly session: Session;
  readonly baseline: Baseline;
  readonly name: string;
  readonly technique: Technique;
  readonly given: Given;
  readonly number: number;
}

async function tryOne({ session, baseline, name, technique, given, number }: Trial): Promise<Tried> {
  const hand = createHand(session.display);
  const tools: Tools = {
    hand,
    targets: session.targets,
    random: createRandom(given.seed).split(`${name} ${technique.name}`),
    monkeySeconds: given.monkeySeconds,
    openField: () => openField(hand),
    page: () => inspectPage(readPageAddress(session)),
  };
  const found = await technique.attempt(tools);
  await wait(400);
  const picture = `${String(number).padStart(3, '0')}-${name}-${technique.name}`.replaceAll(/[^\w+-]+/gu, '-') + '.png';
  savePicture(join(given.out, picture), await takePicture(session.display));
  const verdict = found === null ? await judge(session, baseline, technique) : { exit: found, seconds: 0 };
  const { exit, seconds } = verdict;
  return {
    session: name,
    technique: technique.name,
    about: technique.about,
    result: exit === null ? 'pass' : 'exit',
    reason: exit,
    seconds,
    picture,
  };
}

function readPageAddress({ portFile, targets }: Session): string {
  const browser = readAddress(portFile);
  const page = targets.pages()[0]?.[0];
  if (browser === null || page === undefined) throw new Error('there is no page to inspect');
  return browser.replace(/\/devtools\/browser\/.*/u, `/devtools/page/${page}`);
}

function writeReport({ out, seed }: Given, tried: readonly Tried[]): void {
  const exits = tried.filter(({ result }) => result === 'exit').length;
  writeFileSync(join(out, 'report.json'), `${JSON.stringify({ seed, exits, tried }, null, 2)}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.exit(exitCodes.exits);
  });
}
process.exitCode = await runWithOptions({ options: readOptions(process.argv.slice(2)), help, run });
