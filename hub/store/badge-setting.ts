import { badgeLayoutSchema, type BadgeLayout } from '../../domain/badge-layout.ts';
import type { EventDetails } from '../../domain/event.ts';
import type { Change, Queries } from './database/database.ts';

/** The layout that staff set, and the one that the pack brought, to go back to. */
const keys = { own: 'badge-layout', pack: 'badge-layout-of-pack' } as const;

export function readOwnLayout(queries: Queries): Promise<BadgeLayout | null> {
  return read(queries, keys.own);
}

/** What staff set holds over a reload of the pack. @param event as the pack has it @returns as kiosks get it */
export async function takeOverLayout(trx: Change, event: EventDetails): Promise<EventDetails> {
  await write(trx, keys.pack, event.badge ?? null);
  return withLayout(event, (await readOwnLayout(trx)) ?? event.badge ?? null);
}

/** @param layout null goes back to the pack's @returns the event as kiosks get it */
export async function changeLayout(
  trx: Change,
  { event, layout }: { event: EventDetails; layout: BadgeLayout | null },
): Promise<EventDetails> {
  // A database from before has never noted what the pack brought.
  if ((await readOwnLayout(trx)) === null) await write(trx, keys.pack, event.badge ?? null);
  await write(trx, keys.own, layout);
  return withLayout(event, layout ?? (await read(trx, keys.pack)));
}

function withLayout({ badge: _before, ...event }: EventDetails, layout: BadgeLayout | null): EventDetails {
  return layout === null ? event : { ...event, badge: layout };
}

async function read(queries: Queries, key: string): Promise<BadgeLayout | null> {
  const row = await queries.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row === undefined ? null : badgeLayoutSchema.parse(JSON.parse(row.value));
}

async function write(trx: Change, key: string, layout: BadgeLayout | null): Promise<void> {
  await trx.deleteFrom('setting').where('key', '=', key).execute();
  if (layout !== null)
    await trx
      .insertInto('setting')
      .values({ key, value: JSON.stringify(layout) })
      .execute();
}
