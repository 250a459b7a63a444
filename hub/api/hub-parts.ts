import type { Logger } from 'pino';
import type { Identity } from '../identity/identity.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from './metrics.ts';
import type { NewsStreams } from './news-streams.ts';

/** What the routes are made of. */
export interface HubParts {
  readonly store: Store;
  readonly identity: Identity;
  /** This database stands in for one that was lost: its kiosks are taken back. */
  readonly isRestored: boolean;
  readonly metrics: Metrics;
  readonly news: NewsStreams;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
}
