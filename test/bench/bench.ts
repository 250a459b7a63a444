import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { bytes } from './bytes/bytes.ts';
import { download } from './download/download.ts';
import { findVisitor } from './find-visitor/find-visitor.ts';
import { drivers } from './drivers/drivers.ts';
import { finish } from './finish/finish.ts';
import type { Benchmark } from './harness/benchmark.ts';
import { describeMachine } from './harness/machine.ts';
import { formatTable, reportFigure, type ReportedFigure } from './harness/report.ts';
import { ingest } from './ingest/ingest.ts';
import { keystroke } from './keystroke/keystroke.ts';
import { lookup } from './lookup/lookup.ts';
import { map } from './map/map.ts';
import { memory } from './memory/memory.ts';
import { news } from './news/news.ts';
import { packageBench } from './package/package.ts';
import { print } from './print/print.ts';
import { comeBack } from './return/return.ts';
import { recovery } from './recovery/recovery.ts';
import { search } from './search/search.ts';
import { size } from './size/size.ts';
import { start } from './start/start.ts';
import { tour } from './tour/tour.ts';
import { update } from './update/update.ts';

/** Memory last: it takes the longest. */
const benchmarks: readonly Benchmark[] = [
  ...[size, start, finish, print, bytes, drivers, keystroke, search, tour],
  ...[map, lookup, findVisitor, news, ingest, comeBack, download],
  recovery,
  packageBench,
  update,
  memory,
];

const help = `npm run bench [-- options]

Measures the kiosk that \`npm run build\` built last and its hub, each figure in turn with a peer, prints a table and writes a file.

  --only NAME   one of those below; may be given again
  --out FILE    bench.json unless told
  --help        this text

${benchmarks.map(({ name, about }) => `  ${name}\n      ${about.replaceAll('\n', '\n      ')}`).join('\n')}

Exit codes: 0 measured, whatever the figures are; 1 something could not be measured; 2 wrong options.`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        out: { type: 'string', default: 'bench.json' },
        help: { type: 'boolean', default: false },
      },
    });
    const unknown = values.only?.find((name) => benchmarks.every((benchmark) => benchmark.name !== name));
    return unknown === undefined ? values : refuse(`no benchmark is called "${unknown}"`);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(reason: string): never {
  console.error(`${reason}\n\n${help}`);
  process.exit(2);
}

const options = readOptions();
if (options.help) {
  console.log(help);
  process.exit(0);
}

const machine = describeMachine();
const figures: ReportedFigure[] = [];
const failures: { benchmark: string; reason: string }[] = [];
const skipped: { benchmark: string; part: string; reason: string }[] = [];
for (const benchmark of benchmarks.filter((one) => options.only?.includes(one.name) ?? true)) {
  const { name } = benchmark;
  const began = performance.now();
  try {
    const measured = await benchmark.measure(
      (progress) => {
        console.error(`${name}: ${progress}`);
      },
      (part, reason) => skipped.push({ benchmark: name, part, reason }),
    );
    figures.push(...measured.map((figure) => reportFigure(name, figure)));
  } catch (error) {
    failures.push({ benchmark: name, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  console.error(`${name}: ${String(Math.round((performance.now() - began) / 1000))} s`);
}

const report = { machine: { ...machine, loadAfter: loadavg()[0] ?? 0 }, figures, skipped, failures };
writeFileSync(options.out, `${JSON.stringify(report, null, 2)}\n`);
console.log(formatTable(figures));
console.log(
  `\n${Object.entries(report.machine)
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(' · ')}`,
);
for (const { benchmark, part, reason } of skipped) console.log(`\nskipped: ${benchmark}, ${part}: ${reason}`);
for (const { benchmark, reason } of failures) console.error(`\n${benchmark} could not be measured: ${reason}`);
process.exitCode = failures.length === 0 ? 0 : 1;
