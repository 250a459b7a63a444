import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findPostgres } from '../../build/set-up/install-postgres.mjs';
import { describeMachine } from '../bench/harness/machine.ts';
import { runWithOptions } from '../command/run-with-options.ts';
import { startPostgres } from '../postgres/start-postgres.ts';
import type { Fault } from './harness/fault.ts';
import { createRandom } from './harness/random.ts';
import { formatFaults, judgeOutcome, type ReportedFault } from './harness/report.ts';
import { listFaults } from './list-faults.ts';
import { help, readOptions, type FaultsOptions } from './options.ts';

/** In the short form: most of a fault's time is waiting, for a pause or for a process to start. */
const atOnce = 3;

const exitCodes = { held: 0, didNotHold: 1 };

async function run(options: FaultsOptions): Promise<number> {
  const given = { ...options, seed: options.seed ?? String(randomInt(2 ** 32)) };
  console.log(`Seed ${given.seed}: npm run faults -- --seed ${given.seed} draws the same again.`);
  const compiled = mkdtempSync(join(tmpdir(), 'foyer-compiled-'));
  // Hundreds of hosts and hubs are started from the same files; that halves the work of each start.
  process.env['NODE_COMPILE_CACHE'] = compiled;
  const programs = findPostgres();
  const postgres = programs === null ? null : await startPostgres(programs);
  const reported = await injectAll(chooseFaults(faults, given), { ...given, postgres: postgres?.url ?? null }).finally(
    async () => {
      await postgres?.stop();
      rmSync(compiled, { recursive: true, force: true });
    },
  );
  console.log(formatFaults(reported));
  for (const one of reported) if (one.result === 'broken') console.error(`\n${one.fault}: ${one.reason}`);
  return reported.every(({ result }) => result === 'ok' || (result === 'skipped' && given.isShort))
    ? exitCodes.held
    : exitCodes.didNotHold;
}

type Given = FaultsOptions & { readonly seed: string; readonly postgres: string | null };

function chooseFaults(faults: readonly Fault[], { only, isShort }: FaultsOptions): Fault[] {
  return faults.filter(({ name, runs }) => only?.includes(name) ?? (isShort ? runs.short : runs.usual) > 0);
}

/** Writes the report after each, so that a run that is cut off has said what it found. */
async function injectAll(chosen: readonly Fault[], given: Given): Promise<ReportedFault[]> {
  const machine = describeMachine();
  const done = new Map<Fault, ReportedFault>();
  const inOrder = () => chosen.flatMap((fault) => done.get(fault) ?? []);
  const waiting = chosen.values();
  const work = async () => {
    for (const fault of waiting) {
      done.set(fault, await injectOne(fault, given));
      const report = { seed: given.seed, machine, loadAfter: loadavg()[0] ?? 0, faults: inOrder() };
      writeFileSync(given.out, `${JSON.stringify(report, null, 2)}\n`);
    }
  };
  await Promise.all(Array.from({ length: given.isShort ? atOnce : 1 }, work));
  return inOrder();
}

async function injectOne(fault: Fault, given: Given): Promise<ReportedFault> {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 100) / 10;
  // One that has no runs of this form was asked for by name.
  const runs =
    given.runs ?? ((given.isShort ? fault.runs.short : fault.runs.usual) || fault.runs.usual || fault.runs.short);
  const random = createRandom(given.seed).split(fault.name);
  const reason = fault.cannot?.(given) ?? null;
  if (reason !== null) return { fault: fault.name, seconds: 0, result: 'skipped', reason };
  const folder = mkdtempSync(join(tmpdir(), 'foyer-faults-'));
  const say = (progress: string) => {
    console.error(`${fault.name}: ${progress}`);
  };
  try {
    const outcome = await fault.inject({ ...given, runs, random, folder, say });
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

const faults = listFaults();
process.exitCode = await runWithOptions({
  options: readOptions(process.argv.slice(2), faults),
  help: help(faults),
  run,
});
