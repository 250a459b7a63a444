import { z } from 'zod';
import type { CatalogueFeed } from '../catalogue/catalogue-feed.ts';
import { defineVerb } from './verb.ts';

export function pullCatalogue(feed: CatalogueFeed) {
  const input = z.strictObject({
    /** Of the last page applied; null for a renderer that has nothing. */
    cursor: z.string().min(1).max(200).nullable(),
  });
  return defineVerb(input, ({ cursor }) => feed.pull(cursor));
}
