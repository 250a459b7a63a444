import type { FeedChange } from '../../../domain/protocol/feed.ts';
import { pathOf, rowsAPage, tableNames, type PeerPage } from './page/pages.ts';

/** The rows of a hub's feed as peers ask for them. @returns JSON by path */
export function cutPages(changes: readonly FeedChange[]): Map<string, string> {
  const pages = new Map<string, string>();
  for (const table of tableNames) {
    const rows = changes.flatMap(({ kind, item }) => (kind === table && item !== null ? [item] : []));
    // One more than there are rows for: who was given a full page asks again.
    for (let number = 0; (number - 1) * rowsAPage < rows.length; number += 1) {
      const end = (number + 1) * rowsAPage;
      const page: PeerPage = { rows: rows.slice(number * rowsAPage, end), complete: end >= rows.length };
      pages.set(pathOf(table, number), JSON.stringify(page));
    }
  }
  return pages;
}
