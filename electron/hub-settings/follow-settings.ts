import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { KioskSettings } from '../../domain/protocol/kiosk-settings.ts';
import { keepSettings, readKeptSettings } from './settings-file.ts';

export interface FollowSettingsParts {
  /** Folder. */
  readonly data: string;
  /** What the hub tells now; null when it tells nothing. */
  readonly read: () => KioskSettings | null;
  readonly isBusy: () => boolean;
  /** Begins anew with what is kept; null where nothing would start the kiosk again, so that it waits for the next start. */
  readonly onApply: (() => void) | null;
  readonly logger: Logger;
  /** Milliseconds between two looks at whether somebody is still there. */
  readonly pause?: number;
}

/**
 * Keeps on the disk what the hub tells, and begins anew with it when nobody is at the kiosk. What the disk does not take is not applied: it
 * would be told anew, and applied again, without end.
 */
export function followSettings({ data, read, isBusy, onApply, logger, pause = 2000 }: FollowSettingsParts) {
  let timer: ReturnType<typeof setInterval> | null = null;
  let isApplied = false;
  // Nobody else writes them, and this looks after every change that the hub tells of.
  let kept = readKeptSettings(data);

  function applyWhenIdle(): void {
    if (onApply === null || isApplied || isBusy()) return;
    isApplied = true;
    stop();
    logger.info('the hub has told other settings; the kiosk begins anew with them');
    onApply();
  }

  function stop(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  return {
    /** To be called whenever the hub has told something. */
    look(): void {
      const told = read() ?? {};
      if (isDeepStrictEqual(told, kept)) return;
      try {
        keepSettings(data, told);
        kept = told;
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
        logger.error({ code }, 'the settings of the hub cannot be kept');
        return;
      }
      if (onApply === null) logger.info('the hub has told other settings; they hold from the next start on');
      else timer ??= setInterval(applyWhenIdle, pause).unref();
      applyWhenIdle();
    },
    close: stop,
  };
}
