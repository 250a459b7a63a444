import type { Benchmark, Figure, Unit } from './benchmark.ts';
import { summarise, type Summary } from './statistics.ts';

export interface ReportedFigure extends Summary {
  readonly benchmark: string;
  readonly figure: string;
  readonly unit: Unit;
  readonly peer: ({ readonly name: string } & Summary) | null;
  /** Our median over the peer's; null without a peer. */
  readonly ratio: number | null;
  readonly goal: (NonNullable<Figure['goal']> & { readonly isMet: boolean }) | null;
}

export function reportFigure(benchmark: Benchmark['name'], { name, unit, values, peer, goal }: Figure): ReportedFigure {
  const ours = summarise(values);
  const theirs = peer ? { name: peer.name, ...summarise(peer.values) } : null;
  return {
    benchmark,
    figure: name,
    unit,
    ...ours,
    peer: theirs,
    ratio: theirs === null || theirs.median === 0 ? null : ours.median / theirs.median,
    goal: goal ? { ...goal, isMet: ours[goal.of] <= goal.atMost } : null,
  };
}

const headings = [
  'benchmark',
  'figure',
  'unit',
  'n',
  'median',
  'p95',
  'min',
  'max',
  'peer',
  'its median',
  'ratio',
  'goal',
];

/** Columns of text, numbers to the right. */
export function formatTable(figures: readonly ReportedFigure[]): string {
  const rows = [headings, ...figures.map(toRow)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number) => (column >= 3 && column <= 7) || column === 9 || column === 10;
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toRow({ benchmark, figure, unit, n, median, p95, min, max, peer, ratio, goal }: ReportedFigure): string[] {
  const [first, ...others] = [median, p95, min, max].map((value) => formatNumber(value));
  return [
    benchmark,
    figure,
    unit,
    String(n),
    ...[first, ...others].map((text) => text ?? ''),
    peer?.name ?? '',
    peer === null ? '' : formatNumber(peer.median),
    ratio === null ? '' : `${formatNumber(ratio)}x`,
    goal === null ? '' : `${goal.of} <= ${formatNumber(goal.atMost)} ${goal.isMet ? 'met' : 'MISSED'}`,
  ];
}

/** Three digits that mean something, and no fraction from 100 on. */
export function formatNumber(value: number): string {
  const decimals = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );
}
