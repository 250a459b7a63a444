import type { z } from 'zod';
import { attendeeSchema, type Attendee } from '../attendee.ts';
import type { Choice } from '../event.ts';
import { languages } from '../localised.ts';
import { maximumGraphemes, talentPoolChoices } from '../registration.ts';
import { visitorStatuses } from '../visitor-status.ts';
import { attendeeColumns, type AttendeeColumn } from './attendee-columns.ts';
import { readAttendeeHeadings, type AttendeeHeadings } from './attendee-headings.ts';
import { checkAttendees } from './check-attendees.ts';
import type { List } from './list.ts';
import type { Found, PackSource, ReaderSettings } from './pack-source.ts';
import { isBlank, isObject } from './pick-value.ts';
import { listChoices, type Problem } from './problem.ts';
import { readJsonLines, readJsonList } from './read-items.ts';
import { toExtension } from './readers.ts';
import { readCsv, readXlsx } from './read-rows.ts';
import { shapeAttendee, type AttendeeRow, type LeftOut } from './shape-attendee.ts';

/**
 * Reads the list of attendees, a table or JSON, for the hub only. Every fault is named by row and column and what is faulty is left out; no
 * problem quotes what stands in a row, because it is about a person. No list when nothing of the file could be read.
 * @param interests of the event, to know them by name; without them every id is taken for one
 */
export async function readAttendees(
  file: string,
  bytes: Uint8Array,
  interests?: readonly Choice[],
): Promise<{ list: List<Attendee> | null; problems: Problem[] }> {
  const found = await (attendeeReaders[toExtension(file)] ?? readCsv)({ file, bytes }, settings);
  const { records, problems } = found;
  const written = found.headings ?? listNames(records);
  if (written.length === 0 && !found.complete && problems.length > 0) return { list: null, problems: [...problems] };
  if (written.every((heading) => heading === '')) {
    const instead = 'Begin the file with a row of headings, such as code,name,email,phone.';
    return {
      list: null,
      problems: [...problems, { severity: 'error', file, row: 1, message: 'The file has no headings.', instead }],
    };
  }
  const headings = readAttendeeHeadings(file, written);
  const locate: List<Attendee>['locate'] = (row, path) =>
    found.locate(row, Object.values(nameColumn(headings.written, path[0])));
  const rows = records.map(({ row, value }) => ({
    row,
    ...shapeAttendee(nameCells(value, written, headings), interests),
  }));
  const checked = checkRows(rows, { locate, headings });
  const list: List<Attendee> = { ...checked.list, complete: found.complete, locate };
  return {
    list,
    problems: [
      ...problems,
      ...headings.problems,
      ...missCode(file, headings),
      ...checked.problems,
      ...reportLeftOut(rows, locate),
      ...checkAttendees(list),
    ],
  };
}

const settings = { timeZone: null, language: null, list: null } as const;
const attendeeReaders: Readonly<
  Record<string, (source: PackSource, settings: ReaderSettings) => Found | Promise<Found>>
> = {
  csv: readCsv,
  tsv: readCsv,
  xlsx: readXlsx,
  json: readJsonList,
  jsonl: readJsonLines,
};

function listNames(records: Found['records']): string[] {
  return [...new Set(records.flatMap(({ value }) => (isObject(value) ? Object.keys(value) : [])))];
}

/** The cells of a row by what their headings mean; of two headings that mean the same the first is read. */
function nameCells(value: unknown, written: readonly string[], { columns }: AttendeeHeadings): AttendeeRow {
  const cells = written.flatMap((heading, at): [AttendeeColumn, string][] => {
    const column = columns[at];
    const cell = isObject(value) ? value[heading] : undefined;
    if (column === undefined || column === '' || isBlank(cell)) return [];
    return [[column, Array.isArray(cell) ? cell.join(', ') : String(cell).trim()]];
  });
  return Object.fromEntries(cells);
}

function missCode(file: string, { written }: AttendeeHeadings): Problem[] {
  if (written.has('code')) return [];
  const message = 'The column code is missing.';
  const instead = `Add a column code. ${attendeeColumns.code.hint}`;
  return [{ severity: 'error', file, row: 1, message, instead }];
}

/** As the file's own heading has it. */
function nameColumn(written: AttendeeHeadings['written'], field: PropertyKey | undefined): { column?: string } {
  if (field === undefined) return {};
  const candidates: AttendeeColumn[] = field === 'name' ? ['name', 'name_own', 'name_latin', 'last_name', 'first_name'] : []; // prettier-ignore
  const column = field === 'talentPool' ? 'talent_pool' : (field as AttendeeColumn);
  const heading = [...candidates, column].map((each) => written.get(each)).find((each) => each !== undefined);
  return { column: heading ?? column };
}

function checkRows(
  rows: readonly { row: number; written: Record<string, unknown> }[],
  { locate, headings }: { locate: List<Attendee>['locate']; headings: AttendeeHeadings },
): { list: Pick<List<Attendee>, 'entries' | 'leftOut'>; problems: Problem[] } {
  const entries: { row: number; item: Attendee }[] = [];
  const leftOut: unknown[] = [];
  const problems: Problem[] = [];
  const nameless = headings.problems.some(({ message }) => message === 'The column name is missing.');
  for (const { row, written } of rows) {
    const outcome = attendeeSchema.safeParse(written);
    if (outcome.success) {
      entries.push({ row, item: outcome.data });
      continue;
    }
    leftOut.push(written);
    for (const issue of outcome.error.issues) {
      const [field] = issue.path;
      // A column that is missing was told once.
      if (field === 'code' ? !headings.written.has('code') : field === 'name' && nameless) continue;
      problems.push({ severity: 'error', ...locate(row, issue.path), ...explain(issue) });
    }
  }
  return { list: { entries, leftOut }, problems };
}

const { name: nameLength, contact: contactLength } = maximumGraphemes;
const words: Readonly<Record<string, Pick<Problem, 'message' | 'instead'>>> = {
  'name-missing': { message: 'The name is missing.', instead: 'Write it in any script, or remove the row.' },
  'identity-number': {
    message: 'The cell holds a valid Hong Kong identity card number, which Foyer never takes.',
    instead: 'Remove the number.',
  },
  'not-an-email': {
    message: 'This is not an e-mail address.',
    instead: 'Write one such as name@example.com, or leave it empty.',
  },
  'not-a-phone': {
    message: 'This is not a telephone number.',
    instead: 'Write 7 to 15 digits, with + and the country code where it is abroad, or leave it empty.',
  },
};

function explain(issue: z.core.$ZodIssue): Pick<Problem, 'message' | 'instead'> {
  const [field] = issue.path;
  const known = words[issue.message];
  if (known !== undefined) return known;
  if (field === 'code') {
    return issue.code === 'invalid_type'
      ? { message: 'The code is missing.', instead: 'Write what stands on the ticket, or remove the row.' }
      : { message: 'The code is too short or too long.', instead: 'Write 4 to 256 characters.' };
  }
  if (field === 'interests') return { message: 'There are too many.', instead: 'Write seven at most.' };
  const most = field === 'email' || field === 'phone' ? contactLength : nameLength;
  return { message: 'The text is too long.', instead: `Write ${most} characters at most.` };
}

const choices: Readonly<Record<LeftOut, string>> = {
  status: `Write ${listChoices(visitorStatuses)}`,
  language: `Write ${listChoices(languages)}`,
  interests: 'Write ids or names of the interests in event.json, parted by commas',
  talent_pool: `Write ${listChoices(talentPoolChoices)}`,
};

/** Once for a column: a visitor is asked again at the kiosk for what is missing, so nothing of this keeps a list out. */
function reportLeftOut(
  rows: readonly { row: number; leftOut: readonly LeftOut[] }[],
  locate: List<Attendee>['locate'],
): Problem[] {
  return (Object.keys(choices) as LeftOut[]).flatMap((column): Problem[] => {
    const found = rows.filter(({ leftOut }) => leftOut.includes(column));
    const [first] = found;
    if (first === undefined) return [];
    const others = found.length === 1 ? '' : ` Nor is it in ${found.length - 1} other rows.`;
    return [
      {
        severity: 'warning',
        ...locate(first.row, [column]),
        message: `This is none of the possible values and is left out.${others}`,
        instead: `${choices[column]}, or leave it empty.`,
      },
    ];
  });
}
