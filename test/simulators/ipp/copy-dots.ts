import { bytesPerRow, type Raster } from '../../../domain/raster.ts';

/**
 * Adds the dots of one picture to another, so many to the right and down (to the left and up if negative); what lies outside is left out. By
 * bytes: a page of 300 dots an inch has two million dots.
 */
export function copyDots({ from, to, right, down }: { from: Raster; to: Raster; right: number; down: number }): void {
  const [fromBytes, toBytes] = [bytesPerRow(from.width), bytesPerRow(to.width)];
  const [whole, shift] = [Math.floor(right / 8), ((right % 8) + 8) % 8];
  const lastMask = (0xff << (toBytes * 8 - to.width)) & 0xff;
  for (let y = Math.max(0, -down); y < from.height && y + down < to.height; y += 1) {
    for (let x = 0; x < fromBytes; x += 1) {
      const byte = from.bits[y * fromBytes + x] ?? 0;
      if (byte === 0) continue;
      add(y + down, x + whole, byte >> shift);
      add(y + down, x + whole + 1, (byte << (8 - shift)) & 0xff);
    }
  }

  function add(y: number, x: number, byte: number): void {
    if (x < 0 || x >= toBytes || byte === 0) return;
    const at = y * toBytes + x;
    to.bits[at] = (to.bits[at] ?? 0) | (x === toBytes - 1 ? byte & lastMask : byte);
  }
}
