import type { HubParts } from '../api/hub-parts.ts';
import type { AttendeeLoader } from '../event/attendee-loader.ts';
import type { LoadedEvent, LoadFailure } from '../event/load-event.ts';
import type { Vault } from '../event/vault.ts';
import type { RetentionClock } from '../clock/retention-clock.ts';
import type { UpdateFolder } from '../updates/update-folder.ts';
import type { Result } from '../../domain/result.ts';

/** What the operator's routes are made of, beside what the kiosks' are. */
export interface OperatorParts extends HubParts {
  readonly vault: Vault;
  readonly attendees: AttendeeLoader;
  readonly clock: RetentionClock;
  readonly updates: UpdateFolder;
  /** Where kiosks reach this hub, `host:port`, the likeliest first; known once it listens. */
  readonly addresses: () => readonly string[];
  readonly load: (files: ReadonlyMap<string, Uint8Array>) => Promise<Result<LoadedEvent, LoadFailure>>;
  /** Looks at possible duplicates again, now that records can be opened. */
  readonly confirmPairs: () => void;
}
