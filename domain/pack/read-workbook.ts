import { InvalidInputError, InvalidSpreadsheetError, readSheet, type CellValue } from 'read-excel-file/node';
import type { Sheet } from './parse-csv.ts';
import type { Problem } from './problem.ts';

/** Excel keeps 15 digits of a number and writes zeros for the rest. */
const mostDigits = 15;

/**
 * The first sheet of an .xlsx file (ECMA-376) as a table of texts: a text stays as it is, leading zeros too; a whole number is written
 * out, a date as YYYY-MM-DD. No sheet when the file cannot be read.
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

type Row = readonly (CellValue | null)[];

async function readFirstSheet(bytes: Uint8Array): Promise<Row[] | Pick<Problem, 'message' | 'instead'>> {
  try {
    return await readSheet(Buffer.from(bytes));
  } catch (error) {
    // What is wrong inside the archive is thrown as whatever the unpacker or the XML reader throws.
    if (error instanceof InvalidInputError && error.code === 'XLS_FILE_NOT_SUPPORTED') {
      return {
        message: 'The file has a password, or is in the old format .xls.',
        instead: 'Open it in a spreadsheet and save it as .xlsx without a password, or as CSV.',
      };
    }
    const spreadsheet = error instanceof InvalidSpreadsheetError;
    return {
      message: spreadsheet ? 'The file is no workbook of a spreadsheet.' : 'The file is damaged or no .xlsx file.',
      instead: 'Open it in a spreadsheet and save it again as .xlsx, or as CSV.',
    };
  }
}

function toText(cell: CellValue | null): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number' && Number.isInteger(cell)) return BigInt(cell).toString();
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell).trim();
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
