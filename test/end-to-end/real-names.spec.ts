import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { standardMedia } from '../../domain/print-job.ts';
import type { ShellName } from '../../electron/bridge/greet.ts';
import { readBundledCoverage } from '../tour/bundled-coverage.ts';
import { openPaper } from '../tour/open-paper.ts';
import { readNames, type ListedName } from '../tour/read-names.ts';
import { drawNames, hasNames, namesFolder } from '../tour/real-names.ts';
import { registerName } from '../tour/register-names.ts';
import type { NameReport } from '../tour/report.ts';
import { openTourKiosk } from '../tour/tour-kiosk.ts';
import { expect, test } from './kiosk-test.ts';

test.skip(!hasNames, 'needs the real names in ../shared/data/names');

/** Armenian is not bundled. */
const scripts = ['Latin', 'Arabic', 'Armenian', 'Cyrillic', 'Devanagari', 'Han', 'Hangul'];
/** Letters that only Vietnamese has. */
const vietnamese = /[\u1ea0-\u1ef9]/u;

test('people of every script get a badge in it, or in Latin letters where it is not bundled', async ({
  shell,
}, info) => {
  const drawn = drawNames({ count: 236, seed: 1 });
  const people = [
    ...scripts.map((script) => drawn.find(({ own }) => new RegExp(`\\p{Script=${script}}`, 'u').test(own))),
    drawn.find(({ own }) => vietnamese.test(own)),
  ].filter((person) => person !== undefined);
  expect(people.length).toBeGreaterThan(scripts.length);
  const reports = await registerAll(shell, people, info.outputDir);
  expect(reports.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`))).toEqual([]);
  expect(reports.map(({ outcome }) => outcome)).toEqual(people.map(() => 'badge'));
});

/** One string for each: nothing, markup, templates, invisible and coloured letters, too much of something. */
const hardships = [
  /^$/u,
  /<script/iu,
  /<img/iu,
  /\{\{|\$\{/u,
  /\p{Bidi_Control}/u,
  /\p{Emoji_Presentation}/u,
  /\p{M}{4}/u,
  /.{120}/u,
];

test('strings that break programs end in a badge or a clear refusal', async ({ shell }, info) => {
  const strings = readNames(join(namesFolder, 'naughty-strings.json'));
  const chosen = hardships
    .map((hardship) => strings.find(({ own }) => hardship.test(own)))
    .filter((name) => name !== undefined);
  expect(chosen.length).toBeGreaterThan(hardships.length / 2);
  const reports = await registerAll(shell, chosen, info.outputDir);
  expect(reports.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`))).toEqual([]);
  for (const { outcome, refusals } of reports) expect(outcome).toBe(refusals.length > 0 ? 'refused' : 'badge');
});

async function registerAll(shell: ShellName, names: readonly ListedName[], out: string): Promise<NameReport[]> {
  mkdirSync(out, { recursive: true });
  const paper = await openPaper({ printer: null, media: standardMedia['72mm'], millisecondsPerRow: 0 });
  const viewport = { width: 540, height: 960 };
  const kiosk = await openTourKiosk(shell, { flags: ['--printer', paper.address], viewport });
  try {
    await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
    const desk = { kiosk, paper, coverage: readBundledCoverage(), language: 'en', out } as const;
    const reports: NameReport[] = [];
    for (const [index, name] of names.entries()) reports.push(await registerName(desk, name, index + 1));
    return reports;
  } finally {
    await kiosk.leave([]);
    await paper.close();
  }
}
