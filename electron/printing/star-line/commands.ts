import { assert } from '../../../domain/assert.ts';
import type { PrinterProfile } from '../../../domain/printer-profile.ts';

/**
 * The commands we send, by the names of Star's "STAR Line Mode Command Specifications". Those of raster mode are the same in the "STAR
 * Graphic Mode Command Specifications", which printers without a line mode (TSP100) speak.
 */

/** `ESC ACK SOH`, Real-time printer status: answered at once with the automatic status, also while offline. */
export const askStatusNow = [0x1b, 0x06, 0x01] as const;

/**
 * `ESC ACK CAN`, Execute real-time printer reset: forgets everything received, also half a sheet. A printer with a network of its own may
 * drop the connection.
 */
export const resetNow = [0x1b, 0x06, 0x18] as const;

/** `ESC RS a 1`, Set status transmission conditions: the automatic status (ASB) comes by itself at each change. On Ethernet it always does. */
export const enableAutomaticStatus = [0x1b, 0x1e, 0x61, 1] as const;

/** `ESC RS E 0`, Initialize ASB ETB counter. */
export const clearEtbCounter = [0x1b, 0x1e, 0x45, 0] as const;

/** `ETB`: when all before it is on paper, counts one up in the automatic status. Every model has it. */
export const countEtb = 0x17;

/**
 * `ESC GS ETX` 0, Print end counter reference: answered in its turn with an echo. Models that only have `ETB` ignore it.
 * @param document 0 to 65535
 */
export function askInTurn(document: number): readonly number[] {
  return [0x1b, 0x1d, 0x03, 0, document & 255, document >> 8];
}

/** `ESC GS ETX` 1, Print end counter update: the same, after the motor has stopped. */
export function askPrintEnd(document: number): readonly number[] {
  return [0x1b, 0x1d, 0x03, 1, document & 255, document >> 8];
}

/** `ESC GS ETX` 3, Start document: after a fault, what is left of the document is thrown away up to its end, or after 2 to 10 s. */
export const startDocument = [0x1b, 0x1d, 0x03, 3, 0, 0] as const;

/** `ESC GS ETX` 4, End document. */
export const endDocument = [0x1b, 0x1d, 0x03, 4, 0, 0] as const;

/** `ESC * r R` and `ESC * r A`, Initialize and Enter raster mode. */
export const enterRasterMode = [...raster('R'), ...raster('A')] as const;

/** `ESC * r P 0`, Set raster page length: as long as the picture. */
export const endlessPage = raster('P', 0);

/** `ESC * r E n`, Set raster EOT mode: feed past the cutter, then partial cut, full cut, or stop at the tear bar. */
export function setEndMode(cutter: PrinterProfile['cutter']): readonly number[] {
  return raster('E', { partial: 13, full: 9, none: 3 }[cutter]);
}

/** `ESC * r m l n`, Set raster left margin, in units of 8 dots. */
export function setLeftMargin(bytes: number): readonly number[] {
  return raster('ml', bytes);
}

/** `ESC * r Y n`, Move vertical direction position: white rows. */
export function feedRows(rows: number): readonly number[] {
  assert(rows > 0, 'a feed moves');
  return raster('Y', rows);
}

/** `ESC FF EOT`, Execute EOT mode, then `ESC * r B`, Quit raster mode. */
export const endSheet = [0x1b, 0x0c, 0x04, ...raster('B')] as const;

/** `ESC * r` with a number as decimal digits up to NUL, or without. */
function raster(name: string, number?: number): readonly number[] {
  const digits = number === undefined ? '' : `${String(number)}\0`;
  return [...Buffer.from(`\u001b*r${name}${digits}`, 'latin1')];
}
