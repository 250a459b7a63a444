import { statfs } from 'node:fs/promises';
import process from 'node:process';
import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import type { Gate } from './gate.ts';
import { isRestartDue } from './nightly.ts';
import type { PageWindow } from './page-window.ts';

/** Room to open again, of the room to close: a disk at the line does not open and close the kiosk. */
const roomToOpen = 1.5;
/** Milliseconds between two looks; a process that is too large from the start is not restarted without end. */
const lookEvery = 10_000;
const leastUptime = 600_000;

export interface UpkeepParts {
  readonly config: Pick<Config, 'data' | 'restartAt' | 'pageMegabytes' | 'hostMegabytes' | 'diskMegabytes'>;
  /** Null where the kiosk has no window of its own. */
  readonly window: Pick<PageWindow, 'measureMemory'> | null;
  /** Something of the browser's lies over the page. */
  readonly isCovered: () => boolean;
  readonly reopenPage: () => void;
  /** Ends this process to be started again; null where nothing would. */
  readonly restart: (() => void) | null;
  readonly isBusy: () => boolean;
  readonly gate: Gate;
  readonly timeZone: () => string;
  readonly clock: () => number;
  readonly now: () => string;
  readonly logger: Logger;
  /** For tests. */
  readonly readings?: Partial<Readings>;
}

export interface Readings {
  /** Megabytes left for this user on the disk of the data folder; null when it cannot be told. */
  readonly freeDisk: () => Promise<number | null>;
  /** Resident megabytes of this process. */
  readonly hostMemory: () => number;
}

export interface Upkeep {
  /** Looks at everything now. */
  look(): Promise<void>;
  close(): void;
}

/** Looks after what grows: the page, this process, what lies on the disk. Nothing is restarted while somebody is at the kiosk. */
export function startUpkeep(parts: UpkeepParts): Upkeep {
  const { config, window, isCovered, reopenPage, isBusy, gate, timeZone, clock, now, logger } = parts;
  const { freeDisk, hostMemory } = { ...readMachine(config.data), ...parts.readings };
  const { pageMegabytes, hostMegabytes, diskMegabytes } = config;
  const restartAt = config.restartAt === 'off' ? null : config.restartAt;
  const start = clock();
  let isRestarting = false;

  function restartFor(why: string): void {
    isRestarting = true;
    logger.warn({ why }, 'the kiosk starts afresh');
    parts.restart?.();
  }

  async function lookAtDisk(): Promise<void> {
    const free = await freeDisk();
    if (free === null) return;
    if (free < diskMegabytes) gate.set('disk-full', true);
    else if (free >= diskMegabytes * roomToOpen) gate.set('disk-full', false);
  }

  async function look(): Promise<void> {
    await lookAtDisk();
    const page = (await window?.measureMemory()) ?? null;
    if (isBusy() || isRestarting) return;
    const uptime = clock() - start;
    if (parts.restart !== null && isRestartDue({ restartAt, timeZone: timeZone(), now: new Date(now()), uptime })) {
      restartFor('night');
    } else if (parts.restart !== null && uptime > leastUptime && hostMemory() > hostMegabytes) {
      restartFor('memory');
    } else if (page !== null && page > pageMegabytes) {
      logger.warn({ megabytes: Math.round(page) }, 'the page has grown too large and is opened again');
      reopenPage();
    } else if (isCovered()) {
      logger.warn('the page has less than the screen and is opened again');
      reopenPage();
    }
  }

  const timer = setInterval(() => {
    look().catch((error: unknown) => {
      logger.error(
        { name: error instanceof Error ? error.name : typeof error },
        'the kiosk could not look after itself',
      );
    });
  }, lookEvery);
  void lookAtDisk();
  return {
    look,
    close() {
      clearInterval(timer);
    },
  };
}

function readMachine(data: string): Readings {
  return {
    async freeDisk() {
      const disk = await statfs(data).catch(() => null);
      return disk === null ? null : (disk.bavail * disk.bsize) / 1024 / 1024;
    },
    hostMemory: () => process.memoryUsage.rss() / 1024 / 1024,
  };
}
