import type { FeedChange } from '../../../../domain/protocol/feed.ts';

/** Every kind of row has its own pages, from 0; the last one is `complete`. */
export interface PeerPage {
  readonly rows: readonly NonNullable<Extract<FeedChange, { kind: TableName }>['item']>[];
  readonly complete: boolean;
}

/** In a page, the last one of its kind apart. */
export const rowsAPage = 1000;

/** What takes up the time: everything else in a catalogue is a few hundred rows. */
export const tables = { job: 'id', attendee: 'index' } as const;
export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

export function pathOf(table: TableName, number: number): string {
  return `/pages/${table}/${number}`;
}

export async function fetchPage(table: TableName, number: number): Promise<PeerPage> {
  const response = await fetch(pathOf(table, number));
  if (!response.ok) throw new Error(`There is no page ${number} of ${table}.`);
  return (await response.json()) as PeerPage;
}
