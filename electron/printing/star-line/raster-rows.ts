import { bytesPerRow, createRaster, isBlack, setBlack, type Raster } from '../../../domain/raster.ts';
import { feedRows } from './commands.ts';

export interface EncodedRows {
  /** `b` and `ESC * r Y` commands, nothing else. */
  readonly commands: Uint8Array;
  /** What they really print: the picture with one dot added wherever it would have held a command. */
  readonly sent: Raster;
}

/** A white row costs 4 bytes as a picture; a feed costs 6 to 8, however long. */
const feedFrom = 2;

/**
 * Encodes a picture for raster mode: `b n1 n2 data` is one row without the white at its right end, `ESC * r Y n NUL` many white ones.
 *
 * Printers may act on `ESC ACK` wherever it stands, and throw away a document up to the first `ESC GS ETX 4` they see, "also in raster
 * data" (restriction 2 of `ESC GS ETX`). So no row holds `1B 06` or `1B 1D 03`.
 */
export function encodeRows(raster: Raster): EncodedRows {
  const rowBytes = bytesPerRow(raster.width);
  const sent = { ...raster, bits: raster.bits.slice() };
  const pieces: Uint8Array[] = [];
  let white = 0;

  function endWhite(): void {
    if (white >= feedFrom) pieces.push(Uint8Array.from(feedRows(white)));
    else if (white === 1) pieces.push(Uint8Array.of(0x62, 1, 0, 0));
    white = 0;
  }

  for (let y = 0; y < raster.height; y += 1) {
    const row = sent.bits.subarray(y * rowBytes, (y + 1) * rowBytes);
    breakCommands(row);
    const count = inkedBytes(row);
    if (count === 0) {
      white += 1;
      continue;
    }
    endWhite();
    pieces.push(Uint8Array.of(0x62, count & 255, count >> 8), row.subarray(0, count));
  }
  endWhite();
  return { commands: Buffer.concat(pieces), sent };
}

/** Adds a dot beside a black one: `06` becomes `0E`, `1D` becomes `1F`. Neither begins nor ends such a run, and both dots are on the raster. */
function breakCommands(row: Uint8Array): void {
  for (let index = 1; index < row.length; index += 1) {
    if (row[index - 1] !== 0x1b) continue;
    if (row[index] === 0x06) row[index] = 0x0e;
    if (row[index] === 0x1d && row[index + 1] === 0x03) row[index] = 0x1f;
  }
}

/** Bytes of a row up to its last black dot. */
function inkedBytes(row: Uint8Array): number {
  let count = row.length;
  while (count > 0 && row[count - 1] === 0) count -= 1;
  return count;
}

/** The picture so many dots further right. */
export function shiftRight(raster: Raster, dots: number): Raster {
  if (dots === 0) return raster;
  const shifted = createRaster(raster.width + dots, raster.height);
  for (let y = 0; y < raster.height; y += 1)
    for (let x = 0; x < raster.width; x += 1) if (isBlack(raster, x, y)) setBlack(shifted, x + dots, y);
  return shifted;
}
