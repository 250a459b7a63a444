import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describeMachine } from '../bench/harness/machine.ts';
import { createRandom } from '../faults/harness/random.ts';
import { findGrowth, judgeSlopes, warmUpVisitors, type Verdict } from './judge.ts';
import { help, readOptions, type SoakOptions } from './options.ts';
import { drawPlan } from './plan.ts';
import { formatGrowth, formatVerdicts } from './report.ts';
import { plot } from './plot.ts';
import { serveAll } from './serve-all.ts';
import { faultNames } from './trouble.ts';

const exitCodes = { met: 0, missed: 1, wrongOptions: 2 };
/** In the short form. */
const shortWarmUp = 8;

async function soak(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options.ok) {
    console.error(`${options.reason}\n\n${help}`);
    return exitCodes.wrongOptions;
  }
  if (options.value === 'help') {
    console.log(help);
    return exitCodes.met;
  }
  const folder = mkdtempSync(join(tmpdir(), 'foyer-soak-'));
  try {
    return await run(options.value, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function run(options: SoakOptions, folder: string): Promise<number> {
  const { visitors, minutes, isShort, out } = options;
  const seed = options.seed ?? String(randomInt(2 ** 32));
  console.log(`Seed ${seed}: npm run soak -- --seed ${seed} draws the same again.`);
  const random = createRandom(seed);
  const plan = drawPlan({ visitors, random: random.split('plan'), faults: faultNames });
  const started = new Date().toISOString();
  const machine = describeMachine();
  const say = (progress: string) => {
    console.error(progress);
  };
  const soaked = await serveAll({ plan, minutes, folder, measureEvery: isShort ? 4 : 20, random, say });
  const growth = findGrowth(soaked.samples, isShort ? shortWarmUp : warmUpVisitors);
  const verdicts: Verdict[] = [...soaked.verdicts, ...judgeSlopes(growth, { isShort })];
  const report = { ...soaked, verdicts, growth, plan: plan.faults };
  const head = { seed, started, machine, loadAfter: loadavg(), visitors, minutes: soaked.minutes };
  writeFileSync(out, `${JSON.stringify({ ...head, ...report }, null, 2)}\n`);
  console.log(formatGrowth(growth));
  console.log(plot(soaked.samples, 'pageHeap', 'page, heap after GC, MB'));
  console.log(plot(soaked.samples, 'hostHeap', 'host, heap after GC, MB'));
  console.log(formatVerdicts(verdicts));
  console.log(`${visitors} visitors in ${soaked.minutes.toFixed(1)} minutes: ${out}`);
  return verdicts.every(({ isMet }) => isMet) ? exitCodes.met : exitCodes.missed;
}

process.exitCode = await soak(process.argv.slice(2));
