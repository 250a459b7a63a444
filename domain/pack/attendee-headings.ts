import { knownHeadings, recogniseHeading, toHeadingKey, type AttendeeColumn } from './attendee-columns.ts';
import { findNearestName } from './nearest-name.ts';
import type { Problem } from './problem.ts';

/** The columns that are read, each with its heading as written; '' for those that are not. */
export interface AttendeeHeadings {
  readonly columns: readonly (AttendeeColumn | '')[];
  readonly written: ReadonlyMap<AttendeeColumn, string>;
  readonly problems: readonly Problem[];
}

/** Recognises headings as organisers write them, in English and Chinese. */
export function readAttendeeHeadings(file: string, headings: readonly string[]): AttendeeHeadings {
  const written = new Map<AttendeeColumn, string>();
  const problems: Problem[] = [];
  const columns = headings.map((heading) => {
    const meaning = recogniseHeading(heading);
    if (meaning === 'empty') return '';
    const at = { file, row: 1, column: heading };
    if (typeof meaning === 'string') {
      problems.push({ ...at, ...explainUnread(heading, meaning) });
      return '';
    }
    const earlier = written.get(meaning.column);
    if (earlier === undefined) {
      written.set(meaning.column, heading);
      return meaning.column;
    }
    const message =
      earlier === heading ? 'This heading stands here twice.' : `The column ${earlier} tells the same as this one.`;
    problems.push({ severity: 'error', ...at, message, instead: 'Keep one of the two.' });
    return '';
  });
  return { columns, written, problems: [...problems, ...missName(file, written)] };
}

function explainUnread(
  heading: string,
  meaning: 'unneeded' | 'forbidden' | 'unknown',
): Pick<Problem, 'severity' | 'message' | 'instead'> {
  switch (meaning) {
    case 'forbidden':
      return {
        severity: 'error',
        message: 'The column is for identity or passport numbers, which Foyer never takes.',
        instead: 'Delete it from the file.',
      };
    case 'unneeded':
      return {
        severity: 'warning',
        message: 'The column is not read: no kiosk needs it.',
        instead: 'Delete it from the file, unless you keep the file for other ends.',
      };
    case 'unknown': {
      const nearest = findNearestName(toHeadingKey(heading), knownHeadings);
      return {
        severity: 'warning',
        message: 'The column is not known and is not read.',
        instead:
          nearest === undefined
            ? 'Known are code, name, email, phone, status, field, language, interests and talent_pool.'
            : `Did you mean ${nearest}?`,
      };
    }
  }
}

function missName(file: string, written: ReadonlyMap<AttendeeColumn, string>): Problem[] {
  const names: AttendeeColumn[] = ['name', 'name_own', 'name_latin', 'first_name', 'last_name'];
  if (names.some((column) => written.has(column))) return [];
  const message = 'The column name is missing.';
  const instead = 'Add a column name, or name_own and name_latin, or first_name and last_name.';
  return [{ severity: 'error', file, row: 1, message, instead }];
}
