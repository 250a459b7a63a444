import { describeProblem, type Problem } from '../../domain/pack/problem.ts';

/** What `event -- check` prints for people: by file, errors first, and a line that counts. */
export function describeProblems(problems: readonly Problem[]): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  const groups = files.map((file) => {
    const lines = problems.filter((problem) => problem.file === file).map((problem) => `  ${describe(problem)}`);
    return [`${file} (${count(problems.filter((problem) => problem.file === file))})`, ...lines].join('\n');
  });
  return [...groups, problems.length === 0 ? 'No errors, no warnings.' : `${capitalise(count(problems))}.`].join(
    '\n\n',
  );
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
