import type { Language } from '../../domain/localised.ts';
import type { ShellName } from '../../electron/bridge/greet.ts';
import type { Coverage } from '../../renderer/documents/coverage/uncovered.ts';
import type { Paper } from './open-paper.ts';
import { readNames } from './read-names.ts';
import { registerName } from './register-names.ts';
import type { NameReport } from './report.ts';
import { openTourKiosk } from './tour-kiosk.ts';

interface Names {
  readonly shell: ShellName;
  readonly paper: Paper;
  readonly coverage: Coverage;
  readonly out: string;
  readonly language: Language;
  readonly file: string;
}

/** All sizes follow the screen's: the kiosk's own layout with a quarter of the dots to paint. */
const viewport = { width: 540, height: 960 };

/** Registers everyone in a list at one kiosk. */
export async function tourNames({ shell, paper, coverage, out, language, file }: Names) {
  const names = readNames(file);
  const kiosk = await openTourKiosk(shell, { flags: ['--printer', paper.address], viewport });
  await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
  const reports: NameReport[] = [];
  try {
    for (const [index, name] of names.entries()) {
      const report = await registerName({ kiosk, paper, coverage, language, out }, name, index + 1);
      reports.push(report);
      say(report, `${index + 1}/${names.length}`);
    }
  } finally {
    await kiosk.leave([]);
  }
  const count = (outcome: NameReport['outcome']) => reports.filter((report) => report.outcome === outcome).length;
  const summary = {
    names: names.length,
    badges: count('badge'),
    inLatinInstead: reports.filter(({ outcome, spelling }) => outcome === 'badge' && spelling === 'latin').length,
    refused: count('refused'),
    failed: count('failed'),
    medianMilliseconds: {
      form: median(reports.map(({ milliseconds }) => milliseconds.form)),
      print: median(reports.map(({ milliseconds }) => milliseconds.print)),
      whole: median(reports.map(({ milliseconds }) => milliseconds.whole)),
    },
    medianBytes: median(reports.map(({ byteCount }) => byteCount)),
  };
  console.log(
    `${summary.badges} badges (${summary.inLatinInstead} in Latin letters instead), ${summary.refused} refused, ${summary.failed} failed`,
  );
  const problems = reports.reduce((sum, report) => sum + report.problems.length, 0);
  return { report: { summary, names: reports }, problems };
}

/** Failures and refusals, and now and then how far it is. */
function say({ name, outcome, refusals, problems }: NameReport, progress: string): void {
  if (outcome === 'badge') {
    if (/(^|0)\//u.test(progress)) console.log(`${progress} registered`);
    return;
  }
  console.log(`${progress} ${outcome} ${JSON.stringify(name)} ${[...refusals, ...problems].join('; ')}`);
}

function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}
