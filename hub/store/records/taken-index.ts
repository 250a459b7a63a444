import type { Rejection } from '../../../domain/protocol/records.ts';
import type { Taken } from '../../../domain/sync/intake.ts';
import type { Change } from '../database/database.ts';
import type { ReadItem } from './read-item.ts';
import type { Batch } from './take-batches.ts';

/** What was taken before, on the disk or in this transaction. */
export interface TakenIndex {
  atSequence(kiosk: string, sequence: number): Taken | null;
  withId(id: string): Taken | null;
  /** @param sequence null when another record has taken it */
  add(taken: { kiosk: string; sequence: number | null; item: ReadItem; rejected: Rejection | null }): void;
}

interface Row {
  readonly kiosk: string;
  readonly sequence: number | null;
  readonly id: string | null;
  readonly digest: string;
  readonly rejected: Rejection | null;
}

const columns = ['kiosk', 'sequence', 'id', 'digest', 'rejected'] as const;

/** What is there of batches that were sent before. */
export async function readAgain({
  trx,
  batches,
  next,
}: {
  trx: Change;
  batches: readonly Batch[];
  next: ReadonlyMap<string, number>;
}): Promise<Row[]> {
  const again = batches.filter(({ kiosk, from }) => from < (next.get(kiosk) ?? 1));
  const found = again.map(({ kiosk, from, items }) =>
    trx
      .selectFrom('record')
      .select(columns)
      .where('kiosk', '=', kiosk)
      .where('sequence', '>=', from)
      .where('sequence', '<', from + items.length)
      .execute(),
  );
  return (await Promise.all(found)).flat();
}

export function createTakenIndex(rows: readonly Row[]): TakenIndex {
  const bySequence = new Map<string, Taken>();
  const byId = new Map<string, Taken>();
  const add = ({ kiosk, sequence, id, digest, rejected }: Row) => {
    const taken = rejected === null ? { id: id ?? '', digest } : { digest, rejected };
    if (sequence !== null) bySequence.set(`${kiosk} ${sequence}`, taken);
    if (rejected === null && id !== null) byId.set(id, taken);
  };
  rows.forEach(add);
  return {
    atSequence: (kiosk, sequence) => bySequence.get(`${kiosk} ${sequence}`) ?? null,
    withId: (id) => byId.get(id) ?? null,
    add: ({ kiosk, sequence, item: { id, digest }, rejected }) => {
      add({ kiosk, sequence, id, digest, rejected });
    },
  };
}
