import { setTimeout as delay } from 'node:timers/promises';
import type { Result } from '../../../domain/result.ts';
import type { ConnectLimits, ConnectPrinter, PrinterConnection } from './printer-connection.ts';

/** How often a printer that takes nobody is asked again, in milliseconds. */
const pauseMilliseconds = 250;

/**
 * Connects; to a printer that takes nobody now it tries again, for as long as another kiosk's sheet may last. A printer that lets everybody
 * in and serves them one after the other is waited for at its first answer.
 * @param turnMilliseconds 0 for a printer that is ours alone
 */
export async function connectInTurn(
  connect: ConnectPrinter,
  { turnMilliseconds, ...limits }: ConnectLimits & { turnMilliseconds: number },
): Promise<Result<PrinterConnection, 'busy' | 'unreachable'>> {
  const giveUpAt = performance.now() + turnMilliseconds;
  for (;;) {
    const opened = await connect(limits);
    if (opened.ok || opened.reason !== 'busy' || performance.now() + pauseMilliseconds > giveUpAt) return opened;
    await delay(pauseMilliseconds);
  }
}
