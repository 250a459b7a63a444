import type { Problem } from './problem.ts';

/** Problems of one file that say the same of different places. */
export interface ProblemGroup {
  readonly first: Problem;
  readonly others: readonly Problem[];
}

/**
 * Problems by what they say, in their order: the same sentence about the same column, whatever value or number stands in it. With thousands
 * of rows a person mends kinds, not rows.
 */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = Map.groupBy(problems, toKind);
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}

function toKind({ severity, file, column, message }: Problem): string {
  const sentence = message.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0');
  return [severity, file, column?.replace(/\[\d+\]/g, '[]') ?? '', sentence].join('\n');
}
