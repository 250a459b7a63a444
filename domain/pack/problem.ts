/** What is wrong in an event pack and what to write instead, told to the person who made the file. */
export interface Problem {
  /** An error keeps the pack from being loaded; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** As a spreadsheet counts: the heading is row 1. In a JSON list the number of the item, the first being 1. */
  readonly row?: number;
  /** Line of a JSON file, from 1. */
  readonly line?: number;
  /** Heading of a column of a table, or the path inside a JSON item: `venue.name.en`. */
  readonly column?: string;
  /** What stands there now, shortened. */
  readonly found?: string;
  /** What is wrong, a sentence. */
  readonly message: string;
  /** What to write instead, a sentence. */
  readonly instead: string;
}

/** One line for a person: `companies.csv, row 12, column stand: "Z99" is not on the floor plan. Write …`. */
export function describeProblem(problem: Problem): string {
  return `${describePlace(problem)}: ${problem.message} ${problem.instead}`;
}

function describePlace({ file, row, line, column }: Problem): string {
  const inTable = isTable(file);
  return [
    file,
    ...(row === undefined ? [] : [`${inTable ? 'row' : 'item'} ${row}`]),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [inTable ? `column ${column}` : column]),
  ].join(', ');
}

/** Whether places in it are rows and columns, as a spreadsheet counts. */
function isTable(file: string): boolean {
  return /\.(csv|tsv|xlsx)$/i.test(file);
}

/** By file, errors first, then from top to bottom. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const rank = (problem: Problem) => (problem.severity === 'error' ? 0 : 1);
  return problems.toSorted(
    (a, b) =>
      (a.file === b.file ? 0 : a.file < b.file ? -1 : 1) ||
      rank(a) - rank(b) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      (a.line ?? 0) - (b.line ?? 0),
  );
}

const longestQuote = 40;

/** A value as it is shown in a message: one line, in quotation marks, shortened. */
export function quote(value: unknown): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/[\s\p{C}]+/gu, ' ');
  const characters = [...text];
  const short = characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}…` : text;
  return typeof value === 'string' ? `"${short}"` : short;
}

/** `A01, A02 or A03`; a list of more than `most` is cut to its ends: `A01 … E07`. */
export function listChoices(choices: readonly string[], most = 12): string {
  const last = choices.at(-1);
  if (last === undefined) return 'nothing';
  if (choices.length > most) return `${choices[0] ?? ''} … ${last}`;
  return choices.length === 1 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`;
}
