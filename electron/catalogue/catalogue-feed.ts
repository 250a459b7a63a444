import type { CatalogueChanges } from '../../domain/catalogue.ts';

export interface CatalogueFeed {
  /** What has changed since `cursor`; null asks for all. */
  pull(cursor: string | null): CatalogueChanges;
}
