import { assert } from '../../../domain/assert.ts';
import type { PrinterProfile } from '../../../domain/printer-profile.ts';

/**
 * The commands we send, by the names of Epson's ESC/POS command reference
 * (https://download4.epson.biz/sec_pubs/pos/reference_en/escpos/).
 */

/** `ESC @`, Initialize printer: clears the print buffer and every mode. */
export const initialize = [0x1b, 0x40] as const;

/**
 * `GS V` <Function B>, Feed paper and cut: feeds what was printed past the cutter, whose distance differs by model, then cuts partially.
 * (node-thermal-printer's own `cut` feeds by lines and would cut through the sheet or waste 15 mm.)
 */
const feedAndCut = [0x1d, 0x56, 66, 0] as const;

/** `ESC d`, Print and feed n lines: as far as the edge at which a printer without a cutter is torn off, some 20 mm. */
const feedToEdge = [0x1b, 0x64, 5] as const;

/** What ends a sheet. A printer without a cutter may take no notice of `GS V`, and would feed nothing. */
export function endSheet(cutter: PrinterProfile['cutter']): readonly number[] {
  return cutter === 'none' ? feedToEdge : feedAndCut;
}

/** `GS a`, Enable Automatic Status Back: online or offline, errors, paper. Answers at once and at each change. */
export const enableAutomaticStatus = [0x1d, 0x61, 0x0e] as const;

/** `GS r` 1, Transmit paper sensor status: answered in its turn, that is, after what stands before it. */
export const askPaperInTurn = [0x1d, 0x72, 1] as const;

/** `DLE EOT`, Transmit real-time status: 1 printer, 2 cause of offline, 3 cause of error, 4 paper. Answered at once, also while offline. */
export function askRealTimeStatus(number: 1 | 2 | 3 | 4): readonly number[] {
  return [0x10, 0x04, number];
}

/**
 * `DLE DC4` (fn = 8), Clear buffer(s): forgets everything received and not printed, also half a command; leaves an error that can be left,
 * such as a cutter that someone has freed; answers with the Clear response.
 */
export const clearBuffers = [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8] as const;

/**
 * `GS ( H` <Function 48>, Specify the process ID response: after printing data it is answered when the printing is completed. A printer
 * without it ignores it or keeps it as text, which the next `ESC @` clears.
 * @param id four characters from 20H to 7EH
 */
export function askProcessId(id: string): readonly number[] {
  assert(/^[ -~]{4}$/.test(id), 'a process id is four printable characters');
  return [0x1d, 0x28, 0x48, 6, 0, 48, 48, ...Buffer.from(id, 'latin1')];
}
