import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { runWithOptions } from '../command/run-with-options.ts';
import { createIndexPage } from './index-page.ts';
import { tours } from './list-tours.ts';
import { help, readOptions, type GalleryOptions } from './options.ts';
import { takePictures, type Picture } from './take-pictures.ts';
import type { Tour } from './tour.ts';

const exitCodes = { fine: 0, faulty: 1 };

async function fill(options: GalleryOptions): Promise<number> {
  const { out } = options;
  const started = new Date();
  mkdirSync(out, { recursive: true });
  // Each draws on a browser of its own, so that two cores have work.
  const walked = await Promise.all(tours.map((tour) => walkTour(tour, options)));
  const pictures = walked.flatMap(({ taken }) => taken);
  const failures = walked.flatMap(({ failed }) => failed);
  const taken = started.toISOString().slice(0, 16).replace('T', ' ');
  writeFileSync(join(out, 'index.html'), createIndexPage(pictures, taken));
  const seconds = Math.round((Date.now() - started.getTime()) / 1000);
  const faulty = pictures.filter(({ faults }) => faults.length > 0);
  writeFileSync(
    join(out, 'report.json'),
    `${JSON.stringify({ taken, seconds, failures, faulty, pictures }, null, 2)}\n`,
  );
  for (const failure of failures) console.log(`FAILED  ${failure}`);
  for (const { file, faults } of faulty) for (const fault of faults) console.log(`${file}: ${fault}`);
  console.log(
    `${pictures.length} pictures of ${new Set(pictures.map(({ tour, screen }) => `${tour} ${screen}`)).size} screens in ${seconds} s, something is wrong on ${faulty.length}: ${join(out, 'index.html')}`,
  );
  return failures.length + faulty.length === 0 && pictures.length > 0 ? exitCodes.fine : exitCodes.faulty;
}

interface Walked {
  readonly taken: readonly Picture[];
  /** Walks that ended before their end, in words. */
  readonly failed: readonly string[];
}

async function walkTour(tour: Tour, options: GalleryOptions): Promise<Walked> {
  const { out, languages, resumes } = options;
  const partOf = (language: Language) => join(out, tour.name, `pictures.${language}.json`);
  const isDone = (language: Language) => resumes && existsSync(partOf(language));
  const taken: Picture[] = languages
    .filter(isDone)
    .flatMap((language) => JSON.parse(readFileSync(partOf(language), 'utf8')) as Picture[]);
  const waiting = languages.filter((language) => !isDone(language));
  if (waiting.length === 0) return { taken, failed: [] };
  const failed: string[] = [];
  const open = await tour.open();
  try {
    for (const language of waiting) {
      const pictures: Picture[] = [];
      try {
        await open.walk(language, createCamera({ tour, language, options, pictures }));
        mkdirSync(join(out, tour.name), { recursive: true });
        writeFileSync(partOf(language), JSON.stringify(pictures));
      } catch (error) {
        const last = pictures.at(-1)?.screen ?? 'its first screen';
        failed.push(
          `${tour.name} ${language}, after ${last}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      console.error(`${tour.name} ${language}: ${pictures.length} pictures`);
      taken.push(...pictures);
    }
  } finally {
    await open.close();
  }
  return { taken, failed };
}

interface Camera {
  readonly tour: Tour;
  readonly language: Language;
  readonly options: GalleryOptions;
  readonly pictures: Picture[];
}

/** A screen that a walk comes past again gets a number. */
function createCamera({ tour, language, options: { out, only }, pictures }: Camera) {
  const times = new Map<string, number>();
  return async (page: Page, stop: string) => {
    const time = (times.get(stop) ?? 0) + 1;
    times.set(stop, time);
    const screen = time === 1 ? stop : `${stop} ${time}`;
    if (only.length > 0 && !only.some((part) => screen.includes(part))) return;
    pictures.push(...(await takePictures(page, { tour, screen, language, out })));
  };
}

process.exitCode = await runWithOptions({ options: readOptions(process.argv.slice(2)), help, run: fill });
