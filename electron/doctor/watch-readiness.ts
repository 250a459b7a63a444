import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { GoLiveReason } from '../../domain/doctor-report.ts';
import type { KioskReport } from '../../domain/protocol/kiosk-report.ts';
import type { Gate } from '../health/gate.ts';
import { exportPublicKey } from '../uplink/verify-certificate.ts';
import { readVerdict } from './read-verdict.ts';
import { keepGoLive, readSignedReport } from './report-file.ts';

export interface ReadinessParts {
  readonly data: string;
  readonly kioskKey: KeyObject;
  readonly gate: Gate;
  /** ISO 8601, for people. */
  readonly now: () => string;
  readonly logger: Logger;
  /** How often a closed kiosk looks whether it was examined again; milliseconds. */
  readonly everyMilliseconds?: number;
}

/** Whether the last examination lets this kiosk take visitors. */
export interface Readiness {
  /** A supervisor's word. @returns false when it could not be kept, or there is no examination to speak of */
  goLive(reason: GoLiveReason): boolean;
  /** What the hub is told. */
  report(): Pick<KioskReport, 'doctor' | 'goLive'>;
  close(): void;
}

/**
 * A red kiosk does not go live: it is closed at its start, and opens by a better examination or a supervisor's word. One that is open is not
 * closed by an examination in the middle of the day; it takes effect at the next start.
 */
export function watchReadiness(parts: ReadinessParts): Readiness {
  const { data, kioskKey, gate, now, logger, everyMilliseconds = 2000 } = parts;
  const publicKey = exportPublicKey(kioskKey);
  const read = () => readVerdict(data, publicKey);
  let timer: NodeJS.Timeout | undefined;

  /** @returns whether visitors may begin */
  function look(): boolean {
    const verdict = read();
    gate.set('not-ready', !verdict.mayOpen);
    if (!verdict.mayOpen) return false;
    clearInterval(timer);
    logger.info({ because: verdict.because }, 'the examination lets visitors in');
    return true;
  }

  if (!look()) timer = setInterval(look, everyMilliseconds).unref();

  return {
    goLive(reason) {
      try {
        if (!keepGoLive(data, { reason, at: now(), key: kioskKey, publicKey })) return false;
      } catch (error) {
        logger.error({ err: error }, 'a supervisor’s word could not be kept');
        return false;
      }
      logger.warn({ reason }, 'a supervisor lets it go live although it is not ready');
      look();
      return true;
    },
    report() {
      const verdict = read();
      const goLive = verdict.mayOpen && verdict.because === 'allowed' ? verdict.reason : null;
      return { doctor: readSignedReport(data), goLive };
    },
    close() {
      clearInterval(timer);
    },
  };
}
