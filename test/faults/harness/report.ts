import type { Outcome } from './fault.ts';

export type ReportedFault = { readonly fault: string; readonly seconds: number } & (
  | ({ readonly result: 'ok' | 'failed' } & Outcome)
  /** It could not be injected here. */
  | { readonly result: 'skipped'; readonly reason: string }
  /** The harness itself gave up. */
  | { readonly result: 'broken'; readonly reason: string }
);

export function judgeOutcome(outcome: Outcome): 'ok' | 'failed' {
  return outcome.lost + outcome.doubled + outcome.stuck === 0 && outcome.runs > 0 ? 'ok' : 'failed';
}

const headings = ['fault', 'runs', 'promised', 'lost', 'doubled', 'stuck', 'seconds', 'result', 'note'];

/** Columns of text, numbers to the right. */
export function formatFaults(faults: readonly ReportedFault[]): string {
  const rows = [headings, ...faults.map(toRow)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number) => column >= 1 && column <= 6;
  return rows
    .map((row) =>
      row
        .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toRow(one: ReportedFault): string[] {
  const seconds = one.seconds.toFixed(1);
  if (one.result === 'skipped' || one.result === 'broken') {
    return [one.fault, '', '', '', '', '', seconds, one.result, one.reason.split('\n')[0] ?? ''];
  }
  const { runs, promised, lost, doubled, stuck, note } = one;
  return [one.fault, ...[runs, promised, lost, doubled, stuck].map(String), seconds, one.result, note];
}
