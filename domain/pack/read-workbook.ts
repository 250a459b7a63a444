import { InvalidInputError, InvalidSpreadsheetError, readSheet, type CellValue } from 'read-excel-file/universal';
import type { Sheet } from './parse-csv.ts';
import type { Problem } from './problem.ts';
import { unpackArchive } from './unpack-archive.ts';

/** Excel keeps 15 digits of a number and writes zeros for the rest. */
const mostDigits = 15;

/**
 * The first sheet of an .xlsx file (ECMA-376) as a table of texts: a text stays as it is, leading zeros too; a whole number is written
 * out, a date as YYYY-MM-DD, with its time behind where it has one. No sheet when the file cannot be read.
 */
export async function readWorkbook(
  file: string,
  bytes: Uint8Array,
): Promise<{ sheet: Sheet | null; problems: Problem[] }> {
  const outcome = await readFirstSheet(bytes);
  if (!Array.isArray(outcome)) return { sheet: null, problems: [{ severity: 'error', file, ...outcome }] };
  const [headings = [], ...rows] = outcome;
  const problems = outcome.flatMap((cells, index) => reportLongNumber(file, cells, { row: index + 1, headings }));
  const written = rows.map((cells, index) => ({ row: index + 2, cells: cells.map(toText) }));
  return {
    sheet: {
      headings: headings.map(toText),
      rows: written.filter(({ cells }) => cells.some((cell) => cell !== '')),
    },
    problems,
  };
}

const damaged = {
  message: 'The file is damaged, too large or no .xlsx file.',
  instead: 'Open it in a spreadsheet and save it again as .xlsx, or as CSV.',
};
const tooWide = {
  message: 'The sheet has a cell with something in it beyond its 702nd column (ZZ).',
  instead: 'Delete the columns behind the list, and save the file again.',
};

function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

/** read-excel-file fills every row up to the last column of all: 50,000 rows with a stray cell in XFD1 would be 800 million cells. */
function hasFarCell(files: ReadonlyMap<string, Buffer>): boolean {
  const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/'));
  return sheets.some(([, content]) =>
    /<(?:\w+:)?c [^>]*\br="[A-Z]{3,}\d+"[^>]*[^/>]>/.test(content.toString('latin1')),
  );
}

type Row = readonly (CellValue | null)[];

async function readFirstSheet(bytes: Uint8Array): Promise<Row[] | Pick<Problem, 'message' | 'instead'>> {
  try {
    if (isZip(bytes)) {
      const files = unpackArchive(bytes);
      if (files === null) return damaged;
      if (hasFarCell(files)) return tooWide;
    }
    // Not the Node entry: it streams by the local headers, which nobody has checked, where this one reads the directory.
    return await readSheet(Uint8Array.from(bytes).buffer);
  } catch (error) {
    // What is wrong inside the archive is thrown as whatever the unpacker or the XML reader throws.
    if (error instanceof InvalidInputError && error.code === 'XLS_FILE_NOT_SUPPORTED') {
      return {
        message: 'The file has a password, or is in the old format .xls.',
        instead: 'Open it in a spreadsheet and save it as .xlsx without a password, or as CSV.',
      };
    }
    const { instead } = damaged;
    return error instanceof InvalidSpreadsheetError ? { message: 'The file is no workbook.', instead } : damaged;
  }
}

function toText(cell: CellValue | null): string {
  if (cell === null) return '';
  if (cell instanceof Date) return toDateText(cell);
  if (typeof cell === 'number' && Number.isInteger(cell)) return BigInt(cell).toString();
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell).trim();
}

/** A spreadsheet keeps a day, a time of day (on its day 0) or both as one number; fractions of a minute are rounding. */
function toDateText(cell: Date): string {
  const text = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString();
  if (text < '1901') return text.slice(11, 16);
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : text.slice(0, 16);
}

function reportLongNumber(file: string, cells: Row, { row, headings }: { row: number; headings: Row }): Problem[] {
  const at = cells.findIndex((cell) => typeof cell === 'number' && Math.abs(cell) >= 10 ** mostDigits);
  if (at === -1) return [];
  return [
    {
      severity: 'error',
      file,
      row,
      column: toText(headings[at] ?? null),
      message: `The cell is a number of more than ${mostDigits} digits, of which the spreadsheet has lost the last.`,
      instead: 'Set the column to the format "Text" and write it again.',
    },
  ];
}
