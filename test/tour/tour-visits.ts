import type { Language } from '../../domain/localised.ts';
import type { ShellName } from '../../electron/bridge/greet.ts';
import type { Coverage } from '../../renderer/documents/coverage/uncovered.ts';
import { createJourneyLog, type JourneyLog } from './journey-log.ts';
import { idleSeconds, leaveHalfWay, searchJob, secretsOf, visitors, walkIn, walkToKept } from './journeys.ts';
import type { Paper } from './open-paper.ts';
import type { JourneyReport } from './report.ts';
import { openTourKiosk, type TourKiosk } from './tour-kiosk.ts';

interface Visits {
  readonly shell: ShellName;
  readonly paper: Paper;
  readonly coverage: Coverage;
  readonly out: string;
  readonly languages: readonly Language[];
}

/** The journeys: the walk-in, the search and the walk in every language, the wipe in the last of them. */
export async function tourVisits(visits: Visits) {
  const { shell, paper, coverage, out, languages } = visits;
  const reports: JourneyReport[] = [];
  const files: string[] = [];
  let number = 0;
  const nextNumber = () => String((number += 1)).padStart(3, '0');

  async function withKiosk(
    flags: readonly string[],
    secrets: readonly string[],
    work: (kiosk: TourKiosk) => Promise<void>,
  ) {
    const kiosk = await openTourKiosk(shell, { flags: ['--printer', paper.address, ...flags] });
    try {
      await work(kiosk);
    } finally {
      files.push(...(await kiosk.leave(secrets)));
    }
  }

  async function journey(
    kiosk: TourKiosk,
    name: Pick<JourneyReport, 'journey' | 'language'>,
    drive: (log: JourneyLog) => Promise<void>,
  ) {
    const log = createJourneyLog({ ...name, kiosk, paper, out, nextNumber });
    try {
      await drive(log);
    } catch (error) {
      log.complain(error instanceof Error ? error.message : String(error));
      await log.see('failure');
      await kiosk.page.reload();
    }
    const report = log.finish();
    reports.push(report);
    const { problems, steps, sheets } = report;
    console.log(
      `${problems.length === 0 ? 'passed' : 'FAILED'}  ${name.journey} ${name.language}: ${steps.length} screens, ${sheets.length} sheets`,
    );
    for (const problem of problems) console.log(`        ${problem}`);
  }

  const secrets = languages.flatMap((language) => secretsOf(visitors[language]));
  await withKiosk([], secrets, async (kiosk) => {
    for (const language of languages) {
      await journey(kiosk, { journey: 'walk-in', language }, (log) =>
        walkIn({ kiosk, paper, log, coverage }, visitors[language]),
      );
    }
    for (const language of languages) {
      await journey(kiosk, { journey: 'job-search', language }, (log) =>
        searchJob({ kiosk, paper, log, coverage }, language),
      );
    }
    for (const language of languages) {
      await journey(kiosk, { journey: 'walk', language }, (log) =>
        walkToKept({ kiosk, paper, log, coverage }, language),
      );
    }
  });

  const language = languages.at(-1) ?? 'en';
  const leaver = { ...visitors[language], contact: { kind: 'email', value: 'half.way.visitor@example.org' } } as const;
  const flags = [
    '--idle-warn-after-seconds',
    String(idleSeconds.warn),
    '--idle-wipe-after-seconds',
    String(idleSeconds.wipe),
  ];
  await withKiosk(flags, secretsOf(leaver), async (kiosk) => {
    await journey(kiosk, { journey: 'idle-wipe', language }, (log) =>
      leaveHalfWay({ kiosk, paper, log, coverage }, leaver),
    );
  });

  for (const file of files) console.log(`FAILED  ${file}`);
  const problems = reports.reduce((sum, report) => sum + report.problems.length, files.length);
  return { report: { journeys: reports, filesThatHoldNames: files }, problems };
}
