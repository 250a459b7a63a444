import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import type { Problem } from './problem.ts';

export interface Sheet {
  readonly headings: readonly string[];
  /** Without the heading and without empty rows; `row` as a spreadsheet counts. Cells are trimmed. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** A file with more broken rows than this is not read to its end: it is not a table. */
const mostBrokenRows = 20;

/**
 * A comma-, semicolon- or tab-separated table (RFC 4180; the separator is the one that the heading uses). A row whose quotation marks are
 * wrong is reported and left out, and reading goes on with the next line.
 */
export function parseCsv(file: string, text: string): { sheet: Sheet; problems: Problem[] } {
  const problems: Problem[] = [];
  const records: { row: number; cells: string[] }[] = [];
  const delimiter = findDelimiter(text);
  let rest = new TextEncoder().encode(text);
  for (let row = 0, broken = 0; rest.length > 0;) {
    let bytes = 0;
    let lines = 0;
    const fault = attempt(() =>
      parse(rest, {
        delimiter,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        on_record: (cells: string[], context) => {
          row += 1;
          ({ bytes, lines } = context);
          records.push({ row, cells: cells.map((cell) => cell.trim()) });
          return null;
        },
      }),
    );
    if (fault === null) break;
    row += 1;
    broken += 1;
    problems.push({ severity: 'error', file, row, ...explainFault(fault) });
    if (broken === mostBrokenRows) {
      problems.push({
        severity: 'error',
        file,
        message: `${broken} rows have wrong quotation marks; the rest was not read.`,
        instead: 'Save the file again as CSV from a spreadsheet.',
      });
      break;
    }
    rest = skipLines(rest.subarray(bytes), fault.code === 'CSV_QUOTE_NOT_CLOSED' ? 1 : countLines(fault) - lines);
  }
  const headings = records.find(({ row }) => row === 1)?.cells ?? [];
  const rows = records.filter(({ row, cells }) => row > 1 && cells.some((cell) => cell !== ''));
  return { sheet: { headings, rows }, problems };
}

function attempt(read: () => unknown): CsvError | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

function findDelimiter(text: string): string {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (sign: string) => heading.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function explainFault(fault: CsvError): Pick<Problem, 'message' | 'instead'> {
  const code: string = fault.code;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        message: 'A quotation mark that opens in this row is never closed.',
        instead: 'Close it at the end of the cell.',
      };
    case 'INVALID_OPENING_QUOTE':
      return {
        message: 'A quotation mark stands inside a cell that does not begin with one.',
        instead: 'Put the whole cell in quotation marks and write those inside it twice: "a 5"" pipe".',
      };
    default:
      return {
        message: 'Something follows the quotation mark that closes a cell.',
        instead: 'Write quotation marks inside a quoted cell twice: "the ""best"" one".',
      };
  }
}

/** csv-parse hands out its counters on the error, but does not type them. */
function countLines(fault: CsvError): number {
  return typeof fault['lines'] === 'number' ? fault['lines'] : 1;
}

function skipLines(bytes: Uint8Array<ArrayBuffer>, count: number): Uint8Array<ArrayBuffer> {
  let start = 0;
  for (let line = 0; line < Math.max(count, 1); line += 1) {
    const feed = bytes.subarray(start).findIndex((byte) => byte === 0x0a || byte === 0x0d);
    if (feed === -1) return new Uint8Array();
    const at = start + feed;
    start = at + (bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1);
  }
  return bytes.subarray(start);
}
