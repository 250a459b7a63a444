import { createHash } from 'node:crypto';
import type { Catalogue, CatalogueChanges } from '../../domain/catalogue.ts';

export interface CatalogueFeed {
  /** What has changed since `cursor`; null asks for all. */
  pull(cursor: string | null): CatalogueChanges;
}

/**
 * The change feed of a lone kiosk. Its pack changes only when the kiosk is started again, so the cursor is the content's SHA-256: the
 * same one means nothing to do, any other one a page that replaces all.
 */
export function createCatalogueFeed(catalogue: Catalogue): CatalogueFeed {
  const current = createHash('sha256').update(JSON.stringify(catalogue)).digest('base64url');
  const { event, companies, jobs, sessions, floorPlan } = catalogue;
  const removals = { companies: [], jobs: [], sessions: [] };
  return {
    pull(cursor) {
      if (cursor === current) {
        return { cursor: current, reset: false, upserts: { companies: [], jobs: [], sessions: [] }, removals };
      }
      const upserts = { event, companies, jobs, sessions, ...(floorPlan && { floorPlan }) };
      return { cursor: current, reset: true, upserts, removals };
    },
  };
}
