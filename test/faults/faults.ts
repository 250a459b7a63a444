import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findPostgres } from '../../build/set-up/install-postgres.mjs';
import { describeMachine } from '../bench/harness/machine.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import type { Fault } from './harness/fault.ts';
import { createRandom } from './harness/random.ts';
import { formatFaults, judgeOutcome, type ReportedFault } from './harness/report.ts';
import { listFaults } from './list-faults.ts';
import { help, readOptions } from './options.ts';

const exitCodes = { held: 0, didNotHold: 1, wrongOptions: 2 };

async function run(argv: string[]): Promise<number> {
  const faults = listFaults();
  const options = readOptions(argv, faults);
  if (!options.ok) {
    console.error(`${options.reason}\n\n${help(faults)}`);
    return exitCodes.wrongOptions;
  }
  if (options.value === 'help') {
    console.log(help(faults));
    return exitCodes.held;
  }
  const { only, isShort, out } = options.value;
  const seed = options.value.seed ?? String(randomInt(2 ** 32));
  console.log(`Seed ${seed}: npm run faults -- --seed ${seed} draws the same again.`);
  const machine = describeMachine();
  const programs = findPostgres();
  const postgres = programs === null ? null : await startPostgres(programs);
  const reported: ReportedFault[] = [];
  try {
    const chosen = faults.filter(({ name, runs }) => only?.includes(name) ?? (!isShort || runs.short > 0));
    for (const fault of chosen) {
      const runs = options.value.runs ?? (isShort ? Math.max(1, fault.runs.short) : fault.runs.usual);
      reported.push(await injectOne(fault, { seed, runs, isShort, postgres: postgres?.url ?? null }));
      writeFileSync(out, `${JSON.stringify({ seed, machine, loadAfter: loadavg()[0], faults: reported }, null, 2)}\n`);
    }
  } finally {
    await postgres?.stop();
  }
  console.log(formatFaults(reported));
  for (const one of reported) if (one.result === 'broken') console.error(`\n${one.fault}: ${one.reason}`);
  return reported.every(({ result }) => result === 'ok' || (result === 'skipped' && isShort))
    ? exitCodes.held
    : exitCodes.didNotHold;
}

async function injectOne(
  fault: Fault,
  given: { seed: string; runs: number; isShort: boolean; postgres: string | null },
): Promise<ReportedFault> {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 100) / 10;
  const reason = fault.cannot?.(given) ?? null;
  if (reason !== null) return { fault: fault.name, seconds: 0, result: 'skipped', reason };
  const folder = mkdtempSync(join(tmpdir(), 'foyer-faults-'));
  const say = (progress: string) => {
    console.error(`${fault.name}: ${progress}`);
  };
  try {
    const outcome = await fault.inject({ ...given, random: createRandom(given.seed).split(fault.name), folder, say });
    const result = judgeOutcome(outcome);
    say(`${result}, ${seconds()} s`);
    return { fault: fault.name, seconds: seconds(), result, ...outcome };
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { fault: fault.name, seconds: seconds(), result: 'broken', reason: words };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

process.exitCode = await run(process.argv.slice(2));
