import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { KioskStatus } from '../domain/kiosk-status.ts';
import type { EnrolmentAnswer } from '../domain/protocol/enrolment.ts';
import type { HubReady } from '../domain/protocol/hub-ready.ts';
import type { Cache } from './cache/cache.ts';
import { enrolmentPath, type HubChoice } from './choose-hub.ts';
import type { Config } from './config/read-config.ts';
import type { StartHub } from './embedded-hub/hub-process.ts';
import { keepHub, type KeptHub } from './embedded-hub/keep-hub.ts';
import type { OwnJournal } from './journal/own-journal.ts';
import { writeEnrolment } from './uplink/enrolment-file.ts';
import { describeAddress, parseAddress, type HubTarget } from './uplink/hub-target.ts';
import { createUplink, type Reporting, type Uplink } from './uplink/uplink.ts';
import { exportPublicKey } from './uplink/verify-certificate.ts';

export interface HubLinkParts {
  readonly choice: HubChoice;
  readonly config: Pick<Config, 'data' | 'event' | 'hubListen'>;
  readonly own: OwnJournal;
  readonly cache: Cache;
  readonly kioskKey: KeyObject;
  /** Of a shell that can run the kiosk's own hub. */
  readonly startHub: StartHub | undefined;
  readonly clock: () => number;
  readonly now: () => string;
  readonly random: () => number;
  readonly logger: Logger;
  readonly onChange: () => void;
  readonly reporting: Reporting;
}

/** The kiosk's hub, wherever it runs, and the way there. */
export interface HubLink {
  /** Begins to talk, and starts an embedded hub; once. */
  open(): void;
  wake(): void;
  wakeReport(): void;
  askForStaff: Uplink['askForStaff'];
  describe(): KioskStatus['hub'];
  read(): KioskStatus['link'];
  close(): Promise<void>;
}

export function createHubLink(parts: HubLinkParts): HubLink {
  const { choice, config, own, logger, random, clock, startHub } = parts;
  let address: string | null = choice.kind === 'enrolled' ? describeAddress(choice.enrolment.address) : null;
  let hub: KeptHub | null = null;
  let isOpen = false;
  let isClosed = false;
  const uplink = createUplink({ ...parts, onReadmitted: keepReadmission });

  function keepReadmission(answer: EnrolmentAnswer): void {
    if (choice.kind !== 'enrolled') return;
    const enrolment = { ...choice.enrolment, ...answer };
    writeEnrolment(enrolmentPath(config.data), enrolment);
    logger.info({ epoch: answer.certificate.epoch }, 'readmitted');
  }

  function connect(target: HubTarget): void {
    address = describeAddress(target.address);
    uplink.connect(target).catch((error: unknown) => {
      logger.error({ name: error instanceof Error ? error.name : typeof error }, 'the uplink failed');
    });
  }

  function connectToOwn({ address: listening, pin, hubKey }: HubReady): void {
    const at = parseAddress(listening.replace(/^(0\.0\.0\.0|\[::\])(?=:)/, '127.0.0.1'));
    if (at !== null && !isClosed) connect({ address: at, pin, hubKey, kiosk: own.owner.kiosk, certificate: null });
  }

  function open(): void {
    if (isOpen || isClosed) return;
    isOpen = true;
    if (choice.kind === 'enrolled') {
      const { address: at, pin, hubKey, certificate } = choice.enrolment;
      connect({ address: at, pin, hubKey, kiosk: certificate.kiosk, certificate });
    }
    if (choice.kind === 'embedded' && startHub !== undefined) {
      // A folder for each event: what a hub has of one is not mixed with another.
      const folder = join(config.data, 'hub', own.owner.event);
      const flags = ['--data', folder, '--listen', config.hubListen, '--event', config.event];
      const ownKiosk = ['--own-kiosk', `${own.owner.kiosk}:${exportPublicKey(parts.kioskKey)}`];
      hub = keepHub({ start: startHub, flags: [...flags, ...ownKiosk], random, clock, logger, onReady: connectToOwn });
    }
  }

  return {
    open,
    wake: () => {
      uplink.wake();
    },
    wakeReport: () => {
      uplink.wakeReport();
    },
    askForStaff: (question) => uplink.askForStaff(question),
    describe: () => ({ kind: choice.kind, address }),
    read: () => (choice.kind === 'none' ? { state: 'alone' } : uplink.read()),
    async close() {
      isClosed = true;
      await uplink.close();
      await hub?.close();
    },
  };
}
