import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Logger } from 'pino';

/** A service manager that was told and waits for more (systemd, `Type=notify` with `WatchdogSec`). */
export interface ServiceManager {
  /** The first page stands. Told once. */
  ready(): void;
  /** One line for `systemctl status`. */
  status(line: string): void;
  stopping(): Promise<void>;
  close(): void;
}

export interface ServiceManagerParts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The kiosk is as it should be, or is being put right. Otherwise the service manager hears nothing, and starts everything anew. */
  readonly isWell: () => boolean;
  readonly logger: Logger;
}

/** Null where nobody waits for word. */
export function findServiceManager({ environment, isWell, logger }: ServiceManagerParts): ServiceManager | null {
  if (!environment['NOTIFY_SOCKET']) return null;
  let isReady = false;
  let hasComplained = false;
  // Node has no datagram sockets of the Unix kind, so systemd's own program says it; `NotifyAccess=all` lets it.
  const tell = async (...words: string[]) => {
    try {
      await promisify(execFile)('systemd-notify', words, { timeout: 10_000 });
    } catch (error) {
      if (!hasComplained) logger.error({ name: (error as Error).name }, 'systemd-notify could not be run');
      hasComplained = true;
    }
  };
  // Of the unit's main process, which is the session around this one, so WATCHDOG_PID is not asked (sd_watchdog_enabled(3)).
  const watchdog = Number(environment['WATCHDOG_USEC'] ?? 0) / 1000;
  const timer =
    watchdog > 0
      ? setInterval(() => {
          if (isWell()) void tell('WATCHDOG=1');
        }, watchdog / 2)
      : undefined;
  return {
    ready() {
      if (isReady) return;
      isReady = true;
      void tell('READY=1', 'STATUS=The kiosk is open.');
    },
    status: (line) => void tell(`STATUS=${line}`),
    stopping: () => tell('STOPPING=1'),
    close() {
      clearInterval(timer);
    },
  };
}
