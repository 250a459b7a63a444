import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { KioskStatus } from '../../domain/kiosk-status.ts';
import type { EnrolmentAnswer } from '../../domain/protocol/enrolment.ts';
import type { Cache } from '../cache/cache.ts';
import type { OwnJournal } from '../journal/own-journal.ts';
import { connectToHub, type HubConnection } from './connect-to-hub.ts';
import type { HubTarget } from './hub-target.ts';
import { createLink } from './link.ts';
import type { Patience } from './pinned-pool.ts';

export interface UplinkParts {
  readonly own: OwnJournal;
  readonly cache: Cache;
  readonly kioskKey: KeyObject;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
  /** ISO 8601, for people; nothing is decided by it. */
  readonly now: () => string;
  /** From 0 to below 1, to spread what many kiosks do. */
  readonly random: () => number;
  readonly logger: Logger;
  /** Pages have something new to pull. */
  readonly onChange: () => void;
  /** A new hub has taken the kiosk back; what it says is to be kept. */
  readonly onReadmitted: (answer: EnrolmentAnswer) => void;
  readonly limits?: Patience;
}

/** The kiosk's side of the way to its hub, in the host: pages come and go without it. */
export interface Uplink {
  /** Talks to this hub from now on, in place of any other; null to none. */
  connect(target: HubTarget | null): Promise<void>;
  /** There is something new to send. */
  wake(): void;
  read(): KioskStatus['link'];
  close(): Promise<void>;
}

export function createUplink(parts: UplinkParts): Uplink {
  const { logger, now } = parts;
  let connection: HubConnection | null = null;
  const link = createLink(now, (state) => {
    logger.info(state, 'link');
  });

  async function connect(target: HubTarget | null): Promise<void> {
    const earlier = connection;
    connection = null;
    await earlier?.close();
    if (target !== null) connection = connectToHub({ ...parts, link, target });
  }

  return {
    connect,
    wake: () => connection?.wake(),
    read: () => link.read(),
    close: () => connect(null),
  };
}
