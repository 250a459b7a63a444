import type { Fault } from './check-item.ts';
import { quote, type Problem } from './problem.ts';
import type { Table } from './tables.ts';

/** A fault in the words of a problem; a missing field is asked for in the words of its table. */
export function toProblem(
  { severity, path, found, message, instead }: Fault,
  table: Table<unknown> | undefined,
): Pick<Problem, 'severity' | 'found' | 'message' | 'instead'> {
  const isMissing = (found === undefined || found === '') && path.length === 1;
  const hint = isMissing ? table?.columns[String(path[0])]?.hint : undefined;
  return { severity, ...(found === undefined ? {} : { found: quote(found) }), message, instead: hint ?? instead };
}
