import type { Logger } from 'pino';
import type { BridgeParts } from './bridge/bridge.ts';
import type { Timed } from './timer.ts';

type Logged = Pick<BridgeParts, 'register' | 'checkIn' | 'takeSeat' | 'cancelSeat' | 'print'>;

/** What a visitor's deeds leave in the log: durations, sequence numbers, reasons. Nothing that was typed or scanned. */
export function logOutcomes(parts: Logged, { logger, timed }: { logger: Logger; timed: Timed }): Logged {
  return {
    async register(request) {
      const { value: result, milliseconds } = await timed(() => parts.register(request));
      const outcome = result.ok ? { sequence: result.value.sequence } : { reason: result.reason };
      logger.info({ ...outcome, milliseconds }, 'register');
      return result;
    },
    async checkIn(request) {
      const { value: result, milliseconds } = await timed(() => parts.checkIn(request));
      logger.info({ ...describeCheckIn(result), milliseconds }, 'check-in');
      return result;
    },
    async takeSeat(request) {
      const { value: result, milliseconds } = await timed(() => parts.takeSeat(request));
      const outcome = result.ok
        ? { sequence: result.value.sequence, action: result.value.action }
        : { reason: result.reason };
      logger.info({ session: request.session, ...outcome, milliseconds }, 'seat');
      return result;
    },
    async cancelSeat(request) {
      const { value: result, milliseconds } = await timed(() => parts.cancelSeat(request));
      const outcome = result.ok ? { sequence: result.value.sequence } : { reason: result.reason };
      logger.info({ ...outcome, milliseconds }, 'seat cancelled');
      return result;
    },
    async print(request) {
      const { value: outcome, milliseconds } = await timed(() => parts.print(request));
      const { id, document, copy, printer } = request;
      logger.info({ job: id, document, copy, printer, ...outcome, milliseconds }, 'print');
      return outcome;
    },
  };
}

function describeCheckIn(result: Awaited<ReturnType<BridgeParts['checkIn']>>) {
  if (!result.ok) return { reason: result.reason };
  if (result.value.kind === 'claim-code') return { found: 'claim-code' };
  return { sequence: result.value.record.sequence, isRepeat: result.value.isRepeat };
}
