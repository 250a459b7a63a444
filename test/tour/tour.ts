import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { standardMedia } from '../../domain/print-job.ts';
import type { ShellName } from '../../electron/bridge/greet.ts';
import { runWithOptions } from '../command/run-with-options.ts';
import { listShells } from '../end-to-end/shells.ts';
import { readBundledCoverage } from './bundled-coverage.ts';
import { openPaper } from './open-paper.ts';
import { help, readOptions, type TourOptions } from './options.ts';
import { tourNames } from './tour-names.ts';
import { tourVisits } from './tour-visits.ts';

const exitCodes = { matched: 0, mismatch: 1 } as const;
/** Milliseconds a row of a usual printer: 200 mm/s at 8 dots/mm. */
const usualPace = 0.6;

async function tour(options: TourOptions): Promise<number> {
  const [shell] = listShells();
  if (shell === undefined) throw new Error('No shell is here: neither a Chromium nor the Electron binary.');
  return drive(options, shell);
}

async function drive(options: TourOptions, shell: ShellName): Promise<number> {
  const { out, printer, names } = options;
  mkdirSync(out, { recursive: true });
  const started = new Date();
  const paper = await openPaper({
    printer,
    media: standardMedia['72mm'],
    millisecondsPerRow: names === null ? usualPace : 0,
  });
  try {
    const surroundings = { shell, paper, coverage: readBundledCoverage(), out };
    const { report, problems } =
      names === null
        ? await tourVisits({ ...surroundings, languages: options.languages })
        : await tourNames({ ...surroundings, language: options.languages[0] ?? 'en', file: names });
    const seconds = (Date.now() - started.getTime()) / 1000;
    const head = { started: started.toISOString(), seconds, shell, printer: printer ?? 'simulated', problems };
    writeFileSync(join(out, 'report.json'), `${JSON.stringify({ ...head, ...report }, null, 2)}\n`);
    console.log(
      `${problems === 0 ? 'All matched' : `${problems} problems`} in ${seconds.toFixed(0)} s: ${join(out, 'report.json')}`,
    );
    return problems === 0 ? exitCodes.matched : exitCodes.mismatch;
  } finally {
    await paper.close();
  }
}

process.exitCode = await runWithOptions({ options: readOptions(process.argv.slice(2)), help, run: tour });
