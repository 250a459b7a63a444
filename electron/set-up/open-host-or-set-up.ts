import type { Logger } from 'pino';
import { ok, type Result } from '../../domain/result.ts';
import type { BridgeDoor } from '../bridge/bridge-door.ts';
import type { Verbs } from '../bridge/bridge.ts';
import type { Config } from '../config/read-config.ts';
import type { Host } from '../host.ts';
import type { StartFailure } from '../start-failure.ts';
import { needsSetUp } from './needs-set-up.ts';
import { openSetUp, type SetUpParts } from './set-up.ts';

type OpenedHost = Pick<Host, 'goOnline' | 'isBusy' | 'timeZone' | 'close'>;

export interface HostOrSetUpParts extends Omit<SetUpParts, 'config'> {
  readonly config: Config;
  readonly door: BridgeDoor;
  readonly logger: Logger;
  readonly openHost: () => Promise<Result<Host, StartFailure>>;
  /** What a page asks whatever stands behind it: the watchdog's pulse. */
  readonly alwaysThere?: Verbs;
  /** Milliseconds until a kiosk that could not start after its enrolment is tried again. */
  readonly tryAgainAfter?: number;
}

/** The host behind the door; or, on a machine that has no hub yet, first the set-up, and the host as soon as it is done. */
export async function openHostOrSetUp(parts: HostOrSetUpParts): Promise<Result<OpenedHost, StartFailure>> {
  if (needsSetUp(parts.config)) return openSetUpFirst(parts);
  const host = await parts.openHost();
  if (host.ok) parts.door.answerWith(host.value.bridge);
  return host;
}

function openSetUpFirst(parts: HostOrSetUpParts): Result<OpenedHost, StartFailure> {
  const { door, openHost, alwaysThere = {}, logger, tryAgainAfter = 5000 } = parts;
  const setUp = openSetUp(parts);
  if (!setUp.ok) return setUp;
  const { bridge, enrolled, tellNoEvent } = setUp.value;
  let host: Host | null = null;
  let isOnline = false;
  let isClosed = false;
  const closing = Promise.withResolvers<undefined>();
  door.answerWith({ ...alwaysThere, ...bridge });

  async function openWhenEnrolled(): Promise<void> {
    await Promise.race([enrolled, closing.promise]);
    while (!isClosed) {
      const opened = await openHost();
      if (opened.ok) {
        host = opened.value;
        door.answerWith(host.bridge);
        if (isOnline) host.goOnline();
        return;
      }
      logger.warn({ code: opened.reason.code }, 'the enrolled kiosk cannot start yet');
      tellNoEvent();
      await Promise.race([pause(tryAgainAfter), closing.promise]);
    }
  }

  const opening = openWhenEnrolled().catch((error: unknown) => {
    logger.error({ name: error instanceof Error ? error.name : typeof error }, 'the enrolled kiosk failed to start');
  });
  return ok({
    goOnline() {
      isOnline = true;
      host?.goOnline();
    },
    isBusy: () => host?.isBusy() ?? false,
    timeZone: () => host?.timeZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    async close() {
      isClosed = true;
      setUp.value.close();
      closing.resolve(undefined);
      await opening;
      await host?.close();
    },
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
