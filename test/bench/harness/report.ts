import { assert } from '../../../domain/assert.ts';
import type { Benchmark, Figure, Goal, Unit } from './benchmark.ts';
import { summarise, type Summary } from './statistics.ts';

export interface ReportedFigure extends Summary {
  readonly benchmark: string;
  readonly figure: string;
  readonly unit: Unit;
  readonly peer: ({ readonly name: string } & Summary) | null;
  /** Our median over the peer's; null without a peer. */
  readonly ratio: number | null;
  readonly goal: (Goal & { readonly isMet: boolean }) | null;
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
    goal: goal ? { ...goal, isMet: isMet(goal, ours, theirs) } : null,
  };
}

function isMet(goal: Goal, ours: Summary, theirs: Summary | null): boolean {
  if ('atMost' in goal) return ours[goal.of] <= goal.atMost;
  if ('atLeast' in goal) return ours[goal.of] >= goal.atLeast;
  assert(theirs !== null, 'a goal that is a share of the peer has a peer');
  return ours.median >= goal.atLeastOfPeer * theirs.median;
}

const headings = [
  'benchmark',
  'figure',
  'unit',
  'n',
  'median',
  'p95',
  'p99',
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
  const isNumber = (column: number) => (column >= 3 && column <= 8) || column === 10 || column === 11;
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

function toRow({
  benchmark,
  figure,
  unit,
  n,
  median,
  p95,
  p99,
  min,
  max,
  peer,
  ratio,
  goal,
}: ReportedFigure): string[] {
  return [
    benchmark,
    figure,
    unit,
    String(n),
    ...[median, p95, p99, min, max].map(formatNumber),
    peer?.name ?? '',
    peer === null ? '' : formatNumber(peer.median),
    ratio === null ? '' : `${formatNumber(ratio)}x`,
    goal === null ? '' : `${describeGoal(goal)} ${goal.isMet ? 'met' : 'MISSED'}`,
  ];
}

function describeGoal(goal: Goal): string {
  if ('atLeast' in goal) return `${goal.of} >= ${formatNumber(goal.atLeast)}`;
  return 'atMost' in goal
    ? `${goal.of} <= ${formatNumber(goal.atMost)}`
    : `ratio >= ${formatNumber(goal.atLeastOfPeer)}x`;
}

/** Three digits that mean something, two of them below a tenth, and no fraction from 100 on. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.1) return new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(value);
  const decimals = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2;
  return new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );
}
