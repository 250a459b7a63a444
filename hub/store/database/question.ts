import type { Compilable, Expression, RawBuilder } from 'kysely';
import type { Change, Database, Queries } from './database.ts';

type Values = readonly (string | number)[];

/** Asks for a list of values; of none without asking. */
export type Question<Row> = (trx: Change, values: Values) => Promise<Row[]>;

/**
 * A question of the intake: built and compiled once (Kysely takes 20 µs for that, as long as SQLite for the answer), and asked each time
 * with another list, which is its only parameter, however often it stands there.
 */
export function createQuestion<Row>(
  { db, among, toList, prepare }: Database,
  build: (db: Queries, isAmong: (column: string) => RawBuilder<boolean> & Expression<boolean>) => Compilable<Row>,
): Question<Row> {
  const compiled = build(db, (column) => among(column, [])).compile();
  prepare(compiled.sql);
  return async (trx, values) => {
    if (values.length === 0) return [];
    const list = toList(values);
    const { rows } = await trx.executeQuery<Row>({ ...compiled, parameters: compiled.parameters.map(() => list) });
    return rows;
  };
}
