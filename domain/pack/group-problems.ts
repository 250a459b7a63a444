import type { Problem } from './problem.ts';

/** Problems of one file that say the same of different places. */
export interface ProblemGroup<Told = Problem> {
  readonly first: Told;
  readonly others: readonly Told[];
}

type Kind = Pick<Problem, 'file' | 'message'> & { readonly severity: string; readonly column?: string | undefined };

/**
 * Problems by what they say, in their order: the same sentence about the same column, whatever value or number stands in it. With thousands
 * of rows a person mends kinds, not rows.
 */
export function groupProblems<Told extends Kind>(problems: readonly Told[]): ProblemGroup<Told>[] {
  const groups = Map.groupBy(problems, toKind);
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ first, others }]));
}

function toKind({ severity, file, column, message }: Kind): string {
  const sentence = message.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0');
  return [severity, file, column?.replace(/\[\d+\]/g, '[]') ?? '', sentence].join('\n');
}
