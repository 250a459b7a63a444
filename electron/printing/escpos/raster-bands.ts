import { bytesPerRow, type Raster } from '../../../domain/raster.ts';

export interface EncodedRaster {
  /** A run of `GS v 0` commands, nothing else. */
  readonly commands: Uint8Array;
  /** What the commands really print: the picture with one dot added wherever it would have held a real-time command. */
  readonly sent: Raster;
}

interface Band {
  readonly top: number;
  readonly rows: number;
  /** Bytes a row. */
  readonly width: number;
}

/** Rows a band at most: the high byte of the height stays 0, so that no height can read as `10 04`, `10 05` or `10 14`. */
const rowsAtMost = 255;

/** Data bytes a band at most. A printer that lost the rest of a job in the middle of a band is freed by as many NULs. */
export const bandBytesAtMost = 4096;

/**
 * What a further band must save before it is worth its header, in bytes. Above the header's own 8, because a printer that gets many
 * tiny bands stops and starts. On a drawn badge 64 costs 1 % more bytes than 8 and needs half the bands.
 */
const bandCost = 64;

/**
 * Encodes a picture as Epson's `GS v 0` (Print raster bit image) in normal size. White to the right of a band is not sent; a white
 * row costs one byte. Nothing depends on motion units, which differ by model.
 *
 * Printers act on `DLE EOT`, `DLE ENQ` and `DLE DC4` (`10 04`, `10 05`, `10 14`) wherever they stand, also inside a picture (ESC/POS
 * reference, "Notes of Real-time Commands"), so neither the headers nor the data hold these runs.
 */
export function encodeRaster(raster: Raster): EncodedRaster {
  const rowBytes = bytesPerRow(raster.width);
  const sent = { ...raster, bits: raster.bits.slice() };
  const pieces = planBands(raster).map((band) => {
    const header = [0x1d, 0x76, 0x30, 0, band.width & 255, band.width >> 8, band.rows, 0];
    const piece = Buffer.alloc(header.length + band.width * band.rows);
    piece.set(header);
    const picture = piece.subarray(header.length);
    for (let row = 0; row < band.rows; row += 1) {
      const start = (band.top + row) * rowBytes;
      picture.set(raster.bits.subarray(start, start + band.width), row * band.width);
    }
    breakRealTimeCommands(picture);
    for (let row = 0; row < band.rows; row += 1) {
      sent.bits.set(picture.subarray(row * band.width, (row + 1) * band.width), (band.top + row) * rowBytes);
    }
    return piece;
  });
  return { commands: Buffer.concat(pieces), sent };
}

/**
 * Adds the dot left of the rightmost black dot of `04`, `05` and `14` (giving `0C`, `0D`, `1C`) after a `10`: it is always free, always
 * on the raster, touches black, and the new byte neither begins nor ends such a run.
 */
function breakRealTimeCommands(picture: Uint8Array): void {
  for (let index = 1; index < picture.length; index += 1) {
    const byte = picture[index] ?? 0;
    if (picture[index - 1] === 0x10 && (byte === 0x04 || byte === 0x05 || byte === 0x14)) picture[index] = byte | 0x08;
  }
}

/** The cheapest way to cut the picture into bands, found from the last row upwards. */
function planBands(raster: Raster): Band[] {
  const widths = Array.from({ length: raster.height }, (_, row) => inkedBytes(raster, row));
  const best: { readonly cost: number; readonly band: Band | null }[] = [];
  best[raster.height] = { cost: 0, band: null };
  for (let top = raster.height - 1; top >= 0; top -= 1) {
    let cost = Infinity;
    let band: Band | null = null;
    let width = 1;
    for (let rows = 1; rows <= rowsAtMost && top + rows <= raster.height; rows += 1) {
      width = Math.max(width, widths[top + rows - 1] ?? 1);
      if (rows > 1 && width * rows > bandBytesAtMost) break;
      const total = bandCost + width * rows + (best[top + rows]?.cost ?? 0);
      if (total < cost) [cost, band] = [total, { top, rows, width }];
    }
    best[top] = { cost, band };
  }
  const bands: Band[] = [];
  for (let band = best[0]?.band ?? null; band !== null; band = best[band.top + band.rows]?.band ?? null)
    bands.push(band);
  return bands;
}

/** Bytes of a row up to its last black dot. */
function inkedBytes(raster: Raster, row: number): number {
  const rowBytes = bytesPerRow(raster.width);
  let count = rowBytes;
  while (count > 0 && raster.bits[row * rowBytes + count - 1] === 0) count -= 1;
  return count;
}
