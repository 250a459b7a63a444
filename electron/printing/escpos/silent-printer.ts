import type { JobOutcome } from '../../../domain/print-job.ts';
import type { PrinterConnection } from '../connection/printer-connection.ts';
import { createConversations } from '../conversations.ts';
import { toMedia, usualTimeouts, type DriverParts } from '../driver-parts.ts';
import type { Printer } from '../printer.ts';
import { encodeEscposSheet } from './encode-sheet.ts';

/** One that cannot answer, as the cheapest are. Nobody can know what became of its sheets, so that each ends as `unknown`. */
export function createSilentPrinter(parts: DriverParts): Printer {
  const { profile, media, timeouts = usualTimeouts } = parts;
  const { converse, ended } = createConversations({ ...parts, timeouts }, () => ({
    replies: [],
    rest: new Uint8Array(),
  }));

  async function send(connection: PrinterConnection | null, sheet: Uint8Array): Promise<JobOutcome> {
    if (connection === null) return { state: 'failed', fault: 'offline', paper: 'blank' };
    await connection.send(sheet);
    return { state: 'unknown' };
  }

  return {
    media: toMedia(media),
    status: () =>
      converse(
        (connection) =>
          Promise.resolve({
            value: { faults: connection === null ? (['offline'] as const) : [], paperLow: false },
            isDone: true,
          }),
        { waitsForTurn: false },
      ),
    print: ({ raster }) =>
      converse(async (connection) => ({
        value: await send(connection, encodeEscposSheet({ raster, profile, media })),
        isDone: true,
      })),
    close: ended,
  };
}
