import { createSession, isVarbindError, Version2c, type Varbind } from 'net-snmp';
import { err, ok, type Result } from '../../../domain/result.ts';
import { decodeStatus, type QlStatus } from './status.ts';

export interface NetworkStatus {
  readonly status: QlStatus;
  /** Pages of the printer's life; null where it does not say. */
  readonly pages: number | null;
}

/** Asks beside the port that prints. */
export type AskNetwork = (milliseconds: number) => Promise<Result<NetworkStatus, 'silent'>>;

/** The 32 bytes of a status, in Brother's own branch. */
const statusObject = '1.3.6.1.4.1.2435.3.3.9.1.6.1.0';
/** `prtMarkerLifeCount` of the first marker (RFC 3805, Printer MIB v2). */
const pagesObject = '1.3.6.1.2.1.43.10.2.1.4.1.1';

/**
 * The status by SNMP: on their network port these printers print and say nothing (Raster Command Reference, 5.9 "Normal Flow for Network
 * (Standard TCP/IP port) Connection").
 * @param port 161 unless told
 */
export function createNetworkStatus({ host, port = 161 }: { host: string; port?: number }): AskNetwork {
  return async (milliseconds) => {
    const { promise, resolve } = Promise.withResolvers<Result<NetworkStatus, 'silent'>>();
    const session = createSession(host, 'public', { port, version: Version2c, timeout: milliseconds, retries: 0 });
    session.on('error', () => {
      resolve(err('silent'));
    });
    session.get([statusObject, pagesObject], (error, varbinds) => {
      resolve(error === null ? readVarbinds(varbinds) : err('silent'));
    });
    try {
      return await promise;
    } finally {
      session.close();
    }
  };
}

function readVarbinds(varbinds: readonly Varbind[] = []): Result<NetworkStatus, 'silent'> {
  const [status, pages] = varbinds.map((varbind) => (isVarbindError(varbind) ? undefined : varbind.value));
  const decoded = Buffer.isBuffer(status) ? decodeStatus(status) : null;
  if (decoded === null) return err('silent');
  return ok({ status: decoded, pages: typeof pages === 'number' ? pages : null });
}
