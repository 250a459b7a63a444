import type { Raster } from '../../../domain/raster.ts';
import { expand, halve, realTimeSeconds, scales, type Halves, type Scale } from './halves.ts';

export interface EncodedRaster {
  /** A run of `GS v 0` commands, nothing else. */
  readonly commands: Uint8Array;
  /** What the commands really print: the picture with one dot added wherever it would have held a real-time command. */
  readonly sent: Raster;
}

interface Band {
  /** In rows of the picture. */
  readonly top: number;
  /** As sent: half of those of the picture at double height. */
  readonly rows: number;
  /** Bytes a row, as sent. */
  readonly width: number;
  readonly scale: Scale;
}

/** Rows a band at most: the high byte of the height stays 0, so that no height can read as `10 04`, `10 05` or `10 14`. */
const rowsAtMost = 255;

/** Data bytes a band at most. A printer that lost the rest of a job in the middle of a band is freed by as many NULs. */
export const bandBytesAtMost = 4096;

/**
 * What a further band must save before it is worth its header, in bytes. Above the header's own 8, because a printer that gets many
 * tiny bands stops and starts. On a badge 64 costs 3 % more bytes than 8 and needs a fifth of the bands.
 */
const bandCost = 64;

/**
 * Encodes a picture as Epson's `GS v 0` (Print raster bit image). White to the right of a band is not sent; rows that come twice, as in codes,
 * stripes and white, are sent once at double height, and where dots come in pairs as well, as in a black stripe, at double width. These modes
 * are in every model that has the command; nothing depends on motion units, which differ by model, as a left margin would.
 *
 * Printers act on `DLE EOT`, `DLE ENQ` and `DLE DC4` (`10 04`, `10 05`, `10 14`) wherever they stand, also inside a picture (ESC/POS
 * reference, "Notes of Real-time Commands"), so neither the headers nor the data hold these runs.
 */
export function encodeRaster(raster: Raster): EncodedRaster {
  const sent = { ...raster, bits: raster.bits.slice() };
  const halves = halve(raster);
  const pieces = planBands(raster, halves).map((band) => {
    const { width, rows, scale } = band;
    const header = [0x1d, 0x76, 0x30, scale.mode, width & 255, width >> 8, rows, 0];
    const piece = Buffer.alloc(header.length + width * rows);
    piece.set(header);
    const picture = piece.subarray(header.length);
    for (let row = 0; row < rows; row += 1) {
      picture.set(halves.bytes(band.top + row * scale.down, scale).subarray(0, width), row * width);
    }
    breakRealTimeCommands(picture);
    for (let row = 0; row < rows * scale.down; row += 1) {
      const start = Math.floor(row / scale.down) * width;
      expand({ bytes: picture.subarray(start, start + width), scale, into: sent, row: band.top + row });
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
    if (picture[index - 1] === 0x10 && realTimeSeconds.has(byte)) picture[index] = byte | 0x08;
  }
}

/** The cheapest way to cut the picture into bands, found from the last row upwards. */
function planBands(raster: Raster, halves: Halves): Band[] {
  const best: { readonly cost: number; readonly band: Band | null }[] = [];
  best[raster.height] = { cost: 0, band: null };
  for (let top = raster.height - 1; top >= 0; top -= 1) {
    let found: { cost: number; band: Band | null } = { cost: Infinity, band: null };
    for (const scale of scales) {
      let width = 1;
      for (let rows = 1; rows <= rowsAtMost; rows += 1) {
        const last = top + (rows - 1) * scale.down;
        if (last + scale.down > raster.height || !halves.fits(last, scale)) break;
        width = Math.max(width, halves.inked(last, scale));
        if (rows > 1 && width * rows > bandBytesAtMost) break;
        const cost = bandCost + width * rows + (best[last + scale.down]?.cost ?? 0);
        if (cost < found.cost) found = { cost, band: { top, rows, width, scale } };
      }
    }
    best[top] = found;
  }
  const bands: Band[] = [];
  for (
    let band = best[0]?.band ?? null;
    band !== null;
    band = best[band.top + band.rows * band.scale.down]?.band ?? null
  )
    bands.push(band);
  return bands;
}
