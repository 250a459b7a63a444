import { z } from 'zod';
import type { ReadItem } from '../store/records/read-item.ts';

const linksSchema = z.object({
  id: z.string().nullish().catch(null),
  replaces: z.string().nullish().catch(null),
  ticketIndex: z.string().nullish().catch(null),
});

/** By what an item may belong to somebody who was erased: its own id, what it corrects, its ticket. Also of what is no record. */
export function listLinks({ record, text }: ReadItem): string[] {
  const links = linksSchema.safeParse(record ?? JSON.parse(text));
  if (!links.success) return [];
  const { id, replaces, ticketIndex } = links.data;
  return [id, replaces, ticketIndex].filter((link) => link != null);
}

/** What was erased, as far as the items of a transaction may belong to it. */
export interface KnownErased {
  has(item: ReadItem): boolean;
  /** What belongs to it, so that corrections of corrections are known as well. */
  add(id: string, claimCode: string): void;
  /** Added now. */
  readonly added: { id: string; claim_code: string; erase_order: null }[];
}

/** @param ids of the items' links, those that were erased before */
export function createKnownErased(ids: readonly string[]): KnownErased {
  const known = new Set(ids);
  const added: KnownErased['added'] = [];
  return {
    added,
    has: (item) => known.size > 0 && listLinks(item).some((link) => known.has(link)),
    add(id, claimCode) {
      if (known.has(id)) return;
      known.add(id);
      added.push({ id, claim_code: claimCode, erase_order: null });
    },
  };
}
