import { decodeText } from './decode-text.ts';
import type { Found, PackSource } from './pack-source.ts';
import { parseCsv, type Sheet } from './parse-csv.ts';
import type { Problem } from './problem.ts';
import { readWorkbook } from './read-workbook.ts';

/** A table as text: commas, semicolons or tabs between the cells. */
export function readCsv({ file, bytes }: PackSource): Found {
  const { text, problems } = decodeText(file, bytes);
  if (text === null) return toFound(file, null, problems);
  const parsed = parseCsv(file, text);
  return toFound(file, parsed.sheet, [...problems, ...parsed.problems]);
}

/** The first sheet of a workbook. */
export async function readXlsx({ file, bytes }: PackSource): Promise<Found> {
  const { sheet, problems } = await readWorkbook(file, bytes);
  return toFound(file, sheet, problems);
}

function toFound(file: string, sheet: Sheet | null, problems: Problem[]): Found {
  const locate: Found['locate'] = (row, [heading]) => ({
    file,
    row,
    ...(heading === undefined ? {} : { column: String(heading) }),
  });
  if (sheet === null) return { records: [], headings: [], complete: false, locate, problems };
  const { headings } = sheet;
  const tooLong: Problem[] = [];
  const records = sheet.rows.flatMap(({ row, cells }) => {
    if (cells.slice(headings.length).some((cell) => cell !== '')) {
      tooLong.push(describeLongRow(file, row, { cells: cells.length, headings: headings.length }));
      return [];
    }
    // Of two columns with one heading the first counts; the second is told of where headings are read.
    const named = headings.map((heading, index) => [heading, cells[index] ?? ''] as const).toReversed();
    return [{ row, value: Object.fromEntries(named.filter(([heading, cell]) => heading !== '' && cell !== '')) }];
  });
  const complete = tooLong.length === 0 && !problems.some(({ severity }) => severity === 'error');
  return { records, headings, complete, locate, problems: [...problems, ...tooLong] };
}

function describeLongRow(file: string, row: number, counts: { cells: number; headings: number }): Problem {
  return {
    severity: 'error',
    file,
    row,
    message: `The row has ${counts.cells} cells, the heading ${counts.headings}.`,
    instead: 'Put a cell that holds a comma in quotation marks, or add the missing heading.',
  };
}
