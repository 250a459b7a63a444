import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { KioskStatus } from '../../domain/kiosk-status.ts';
import type { KioskOrder, KioskReport, OrderResult } from '../../domain/protocol/kiosk-report.ts';
import type { EnrolmentAnswer } from '../../domain/protocol/enrolment.ts';
import type { Cache } from '../cache/cache.ts';
import type { OwnJournal } from '../journal/own-journal.ts';
import { err } from '../../domain/result.ts';
import { connectToHub, type HubConnection } from './connect-to-hub.ts';
import type { HubClient } from './hub-client.ts';
import type { HubTarget } from './hub-target.ts';
import { createLink } from './link.ts';
import { createOrderBook } from './order-book.ts';
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
  readonly reporting: Reporting;
  readonly limits?: Patience;
}

/** What the kiosk tells of itself, and what staff elsewhere may ask of it. */
export interface Reporting {
  /** @throws when the journal cannot be read */
  readonly read: () => KioskReport;
  readonly carryOut: (order: KioskOrder) => Promise<OrderResult>;
}

/** The kiosk's side of the way to its hub, in the host: pages come and go without it. */
export interface Uplink {
  /** Talks to this hub from now on, in place of any other; null to none. */
  connect(target: HubTarget | null): Promise<void>;
  /** There is something new to send. */
  wake(): void;
  /** The kiosk stands otherwise than it was told. */
  wakeReport(): void;
  /** A question of staff, on a line of its own, so that it never waits for records; `word: null` when there is no hub. */
  askForStaff: HubClient['ask'];
  read(): KioskStatus['link'];
  close(): Promise<void>;
}

export function createUplink(parts: UplinkParts): Uplink {
  const { logger, now, reporting } = parts;
  let connection: HubConnection | null = null;
  const orders = createOrderBook({
    carryOut: (order) => reporting.carryOut(order),
    logger,
    onEnded: () => connection?.wakeResults(),
  });
  const link = createLink(now, (state) => {
    logger.info(state, 'link');
  });

  async function connect(target: HubTarget | null): Promise<void> {
    const earlier = connection;
    connection = null;
    await earlier?.close();
    if (target !== null) connection = connectToHub({ ...parts, link, target, orders });
  }

  return {
    connect,
    wake: () => connection?.wake(),
    wakeReport: () => connection?.wakeReport(),
    askForStaff: (question) => connection?.staff.ask(question) ?? Promise.resolve(err({ word: null })),
    read: () => link.read(),
    close: () => connect(null),
  };
}
