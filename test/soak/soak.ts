import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describeMachine } from '../bench/harness/machine.ts';
import { runWithOptions } from '../command/run-with-options.ts';
import { createRandom } from '../faults/harness/random.ts';
import { conclude } from './conclude.ts';
import { findGrowth, judgeSlopes, warmUpVisitors, type Verdict } from './judge.ts';
import { help, readOptions, type SoakOptions } from './options.ts';
import { drawPlan } from './plan.ts';
import { formatGrowth, formatTimes, formatVerdicts } from './report.ts';
import { plot } from './plot.ts';
import { serveAll } from './serve-all.ts';
import { faultNames } from './trouble.ts';

const exitCodes = { met: 0, missed: 1 };
/** In the short form. */
const shortWarmUp = 8;

async function soak(options: SoakOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-soak-'));
  try {
    return await run(options, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function run(options: SoakOptions, folder: string): Promise<number> {
  const { visitors, minutes, kiosks, isShort, out } = options;
  const seed = options.seed ?? String(randomInt(2 ** 32));
  console.log(`Seed ${seed}: npm run soak -- --seed ${seed} draws the same again.`);
  const started = new Date();
  const machine = describeMachine();
  const names = Array.from({ length: kiosks }, (_, place) => `K${place + 1}`);
  const plans = names.map((name, place) => {
    const random = createRandom(seed).split(name);
    const share = Math.floor(((place + 1) * visitors) / kiosks) - Math.floor((place * visitors) / kiosks);
    const own = join(folder, name);
    mkdirSync(own);
    const say = (progress: string) => {
      console.error(`${name}: ${progress}`);
    };
    return {
      plan: drawPlan({ visitors: share, random: random.split('plan'), faults: faultNames }),
      random,
      folder: own,
      say,
    };
  });
  const measureEvery = isShort ? 4 : 20;
  const soaked = conclude(await Promise.all(plans.map((each) => serveAll({ ...each, minutes, measureEvery }))));
  const tookMinutes = (Date.now() - started.getTime()) / 60_000;
  const growth = findGrowth(soaked.samples, isShort ? shortWarmUp : warmUpVisitors);
  const verdicts: Verdict[] = [...soaked.verdicts, ...judgeSlopes(growth, { isShort })];
  const head = { seed, started, machine, loadAfter: loadavg(), visitors, kiosks, minutes: tookMinutes };
  const faults = plans.map(({ plan }) => plan.faults);
  writeFileSync(out, `${JSON.stringify({ ...head, ...soaked, verdicts, growth, faults }, null, 2)}\n`);
  console.log(formatGrowth(growth));
  console.log(formatTimes(soaked));
  console.log(plot(soaked.samples, 'pageHeap', 'page, heap after GC, MB'));
  console.log(plot(soaked.samples, 'hostHeap', 'host, heap after GC, MB'));
  console.log(formatVerdicts(verdicts));
  console.log(`${visitors} visitors at ${kiosks} kiosks in ${tookMinutes.toFixed(1)} minutes: ${out}`);
  return verdicts.every(({ isMet }) => isMet) ? exitCodes.met : exitCodes.missed;
}

process.exitCode = await runWithOptions({ options: readOptions(process.argv.slice(2)), help, run: soak });
