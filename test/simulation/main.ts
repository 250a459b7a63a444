import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

const help = `node test/simulation/main.ts [--runs N] [--seed N]

Runs the rules by which kiosks and hub keep each other informed against a network and disks that fail, in virtual time. Each run has a
seed of its own, the first the one given; a run with that seed happens again exactly.
  --runs N   how many, 10000 when not given
  --seed N   the first seed, a random one when not given
Ends with 0 when nothing was lost, doubled, stuck or sold twice, 1 otherwise.`;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' }, help: { type: 'boolean' } },
});
process.exitCode = values.help === true ? explain() : run(Number(values.runs), readSeed(values.seed));

function explain(): number {
  console.log(help);
  return 0;
}

function readSeed(given: string | undefined): number {
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}

function run(runs: number, seed: number): number {
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
    console.error(help);
    return 2;
  }
  console.log(`seed ${seed}`);
  const begun = performance.now();
  const totals = { records: 0, booked: 0, deadLetters: 0, hubs: 0, failed: 0, longest: 0 };
  for (let each = seed; each < seed + runs; each += 1) {
    const { faults, ...verdict } = simulate(each);
    for (const count of ['records', 'booked', 'deadLetters', 'hubs'] as const) totals[count] += verdict[count];
    totals.longest = Math.max(totals.longest, verdict.milliseconds);
    if (faults.length === 0) continue;
    totals.failed += 1;
    if (totals.failed <= 10) console.error(`--runs 1 --seed ${each}: ${faults.slice(0, 5).join('; ')}`);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const { records, booked, deadLetters, hubs, failed, longest } = totals;
  console.log(`${runs} runs in ${seconds} s, ${failed} failed.`);
  console.log(
    `${records} records, ${booked} seats booked, ${deadLetters} dead letters, ${hubs - runs} disks lost by the hub.`,
  );
  console.log(`The last queue was empty after ${Math.round(longest / 1000)} s of virtual time at most.`);
  return failed === 0 ? 0 : 1;
}
