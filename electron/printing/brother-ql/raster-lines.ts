import { assert } from '../../../domain/assert.ts';
import { bytesPerRow, type Raster } from '../../../domain/raster.ts';
import type { Abilities } from './models.ts';
import { packBits } from './pack-bits.ts';

export interface LinesToEncode {
  readonly raster: Raster;
  /** Bytes of the head: every line is as wide. */
  readonly headBytes: number;
  /** The head's first dot that prints; the picture's right edge stands there. */
  readonly leftDots: number;
  readonly abilities: Abilities;
}

const graphics = 0x67;
const white = 0x5a;

/** Each row as a `g` or `Z` command (Raster Command Reference, 2.3.5 "Raster line"): the head sees the paper from behind, so right is left. */
export function encodeLines({ raster, headBytes, leftDots, abilities }: LinesToEncode): Uint8Array {
  assert(leftDots + raster.width <= headBytes * 8, 'the picture fits the head');
  const lines: Uint8Array[] = [];
  for (let row = 0; row < raster.height; row += 1) {
    const line = mirrorRow(raster, row, { headBytes, leftDots });
    const isWhite = abilities.hasWhiteLines && line.every((byte) => byte === 0);
    if (isWhite) lines.push(Uint8Array.of(white));
    else {
      const dots = abilities.canCompress ? packBits(line) : line;
      lines.push(Uint8Array.of(graphics, 0, dots.length), dots);
    }
  }
  return Buffer.concat(lines);
}

function mirrorRow(raster: Raster, row: number, head: { headBytes: number; leftDots: number }): Uint8Array {
  const line = new Uint8Array(head.headBytes);
  const rowBytes = bytesPerRow(raster.width);
  const last = head.leftDots + raster.width - 1;
  for (let at = 0; at < rowBytes; at += 1) {
    const byte = raster.bits[row * rowBytes + at] ?? 0;
    if (byte === 0) continue;
    for (let bit = 0; bit < 8; bit += 1) {
      if ((byte & (0x80 >> bit)) === 0) continue;
      const pin = last - (at * 8 + bit);
      line[pin >> 3] = (line[pin >> 3] ?? 0) | (0x80 >> (pin & 7));
    }
  }
  return line;
}
