import type { Soaked } from './conclude.ts';
import type { Percentiles } from './histogram.ts';
import type { Growth, Verdict } from './judge.ts';
import type { Slope } from './slope.ts';

const headings = ['', 'first', 'last', 'an hour', '95 % from', 'to', '1,000 visitors', 'a kiosk hour'];

/** Columns of text, numbers to the right. */
export function formatGrowth(growth: readonly Growth[]): string {
  const rows = [headings, ...growth.map(toRow)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toRow({ name, unit, first, last, perHour, perThousandVisitors, perKioskHour }: Growth): string[] {
  const plain = (value: number) => value.toFixed(unit === 'MB' ? 2 : 0);
  const signed = (value: number | null | undefined) =>
    value == null ? '–' : `${value < 0 ? '' : '+'}${value.toFixed(2)}`;
  const of = (slope: Slope | null, key: 'slope' | 'low' | 'high') => signed(slope?.[key]);
  return [
    unit === '' ? name : `${name}, ${unit}`,
    plain(first),
    plain(last),
    of(perHour, 'slope'),
    of(perHour, 'low'),
    of(perHour, 'high'),
    of(perThousandVisitors, 'slope'),
    signed(perKioskHour),
  ];
}

export function formatVerdicts(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ goal, found, isMet }) => `${isMet ? 'met   ' : 'MISSED'}  ${goal}: ${found}`).join('\n');
}

export function formatTimes({
  frames,
  registering,
  journalBytesPerRecord,
  atRest,
}: Pick<Soaked, 'frames' | 'registering' | 'journalBytesPerRecord' | 'atRest'>): string {
  const line = (name: string, { count, p50, p95, p99, worst }: Percentiles) =>
    `${name}: ${count}, half within ${p50} ms, 95 % ${p95}, 99 % ${p99}, worst ${worst}`;
  return [
    line('frames', frames),
    line('registrations', registering),
    `journal: ${journalBytesPerRecord} bytes a record`,
    `renderer in the end, when nobody holds it: ${atRest.map((each) => `${each.toFixed(0)} MB`).join(', ')}`,
  ].join('\n');
}
