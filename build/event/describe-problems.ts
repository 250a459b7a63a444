import { groupProblems, type ProblemGroup } from '../../domain/pack/group-problems.ts';
import type { Tally } from '../../domain/pack/list.ts';
import { describeProblem, type Problem } from '../../domain/pack/problem.ts';

/** So many like problems are told one by one; of more only the first, with the places of the next. */
const mostAlike = 3;
const mostPlaces = 8;

/** What `event -- check` prints for people: by file, errors first, like ones together, and a line that counts. */
export function describeProblems(problems: readonly Problem[]): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  const groups = files.map((file) => {
    const inFile = problems.filter((problem) => problem.file === file);
    return [`${file} (${count(inFile)})`, ...groupProblems(inFile).flatMap(describeGroup)].join('\n');
  });
  return [...groups, problems.length === 0 ? 'No errors, no warnings.' : `${capitalise(count(problems))}.`].join(
    '\n\n',
  );
}

/** What became of the records of each file from which some were left out; '' when all were taken. */
export function describeTallies(tallies: readonly Tally[]): string {
  if (tallies.every(({ leftOut }) => Object.keys(leftOut).length === 0)) return '';
  const rows = tallies.map(({ file, records, taken, leftOut }) => [
    file,
    String(records),
    String(taken),
    Object.entries(leftOut)
      .map(([reason, number]) => `${number} ${reason}`)
      .join(', ') || '-',
  ]);
  const table = [['file', 'records', 'taken', 'left out'], ...rows];
  const width = (at: number) => Math.max(...table.map((row) => row[at]?.length ?? 0));
  const lines = table.map(([file = '', records = '', taken = '', why = '']) =>
    [file.padEnd(width(0)), records.padStart(width(1)), taken.padStart(width(2)), why].join('  '),
  );
  return lines.join('\n');
}

function describeGroup({ first, others }: ProblemGroup): string[] {
  if (others.length < mostAlike) return [first, ...others].map((problem) => `  ${describe(problem)}`);
  const places = others.slice(0, mostPlaces).flatMap(({ row, line }) => row ?? line ?? []);
  const more = others.length > places.length ? ' …' : '';
  const where =
    places.length === 0 ? '' : `: ${first.row === undefined ? 'lines' : 'rows'} ${places.join(', ')}${more}`;
  return [`  ${describe(first)}`, `           and ${others.length} more like it${where}`];
}

function describe(problem: Problem): string {
  return `${problem.severity === 'error' ? 'error  ' : 'warning'}  ${describeProblem(problem)}`;
}

function count(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
}

function plural(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
