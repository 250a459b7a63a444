import type { Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import type { Machine } from '../machine.ts';
import type { Gate } from './gate.ts';
import type { PageWindow } from './page-window.ts';
import type { PulseDesk } from './pulse-desk.ts';
import { findServiceManager, type ServiceManager } from './service-manager.ts';
import { startUpkeep } from './upkeep.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';

export interface WellParts {
  readonly config: Config;
  /** Null where the kiosk is only served: then nobody watches a page. */
  readonly window: PageWindow | null;
  readonly pulses: PulseDesk;
  readonly gate: Gate;
  readonly host: { isBusy(): boolean; timeZone(): string };
  /** Ends this process to be started again; null where nothing would. */
  readonly restart: (() => void) | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly machine: Machine;
  readonly logger: Logger;
}

export interface KeptWell {
  /** Null where the kiosk is only served. */
  readonly watchdog: Watchdog | null;
  close(): Promise<void>;
}

const lines = {
  starting: 'The page is starting.',
  alive: 'The kiosk is open.',
  resting: 'The page does not stay up; visitors are sent to the next kiosk, and it is tried again.',
};

/** All that keeps a kiosk standing: the page's watchdog, what looks after memory, disk and nights, and word to the service manager. */
export function keepWell({
  config,
  window,
  pulses,
  gate,
  host,
  restart,
  environment,
  machine,
  logger,
}: WellParts): KeptWell {
  const { clock, now } = machine;
  let watchdog: Watchdog | null = null;
  const isWell = () => watchdog?.isWell() ?? true;
  const manager: ServiceManager | null = findServiceManager({ environment, isWell, logger });
  if (window === null) {
    manager?.ready();
  } else {
    const onStage = (stage: keyof typeof lines) => {
      manager?.status(lines[stage]);
      if (stage !== 'starting') manager?.ready();
    };
    watchdog = startWatchdog({ window, pulses, clock, logger, onStage });
  }
  const upkeep = startUpkeep({
    ...{ config, window, restart, gate, clock, now, logger },
    isCovered: () => watchdog?.lastPulse()?.isCovered ?? false,
    reopenPage: () => watchdog?.reopen(),
    isBusy: () => host.isBusy(),
    timeZone: () => host.timeZone(),
  });
  return {
    watchdog,
    async close() {
      watchdog?.close();
      upkeep.close();
      manager?.close();
      await manager?.stopping();
    },
  };
}
