import { bytesPerRow, type Raster } from '../../../domain/raster.ts';
import type { PrinterMedia, SheetToEncode } from '../driver-parts.ts';
import { encodeZ64 } from './z64.ts';

/** `^GF` takes at most 99,999 bytes (ZPL II Programming Guide, `^GF`, parameters b and c). */
const fieldBytesAtMost = 99_999;

/** Long enough for every cutter of ours to grip, in inches. */
export const cutOffInches = 0.4;

/**
 * One label with the whole picture. It names every setting that another program may have left behind and that would move, mirror or repeat
 * it: `^JZN` above all, without which a printer that was opened or ran out in the middle prints the label again by itself.
 */
export function encodeZplSheet({ raster, profile, media }: SheetToEncode): Uint8Array {
  const length = media.heightDots ?? raster.height;
  return Buffer.from(
    [
      '^XA^JZN^MUD^LRN^PMN^PON^LH0,0^LS0^LT0',
      describeMedia(media),
      profile.cutter === 'none' ? '^MMT' : '^MMC',
      `^PW${String(media.leftDots + Math.max(media.widthDots, raster.width))}^LL${String(length)}`,
      ...drawPicture(raster, media.leftDots),
      '^PQ1^XZ\n',
    ].join(''),
    'latin1',
  );
}

/** An empty label, by which a roll moves on and what stood out before it is cut off. */
export function encodeCutOff(media: PrinterMedia): Uint8Array {
  const length = Math.round(media.dotsPerInch * cutOffInches);
  // A label without a field is not printed: a white box is one.
  return Buffer.from(
    `^XA^JZN^MUD^LRN^LH0,0${describeMedia(media)}^MMC^LL${String(length)}^FO0,0^GB8,8,8,W^FS^PQ1^XZ\n`,
    'latin1',
  );
}

/** A roll is as long as each label says; labels have gaps that the printer finds. */
function describeMedia({ heightDots }: PrinterMedia): string {
  return heightDots === null ? '^MNN' : '^MNW';
}

function drawPicture(raster: Raster, left: number): string[] {
  const rowBytes = bytesPerRow(raster.width);
  const rowsAtMost = Math.floor(fieldBytesAtMost / rowBytes);
  const fields: string[] = [];
  for (let top = 0; top < raster.height; top += rowsAtMost) {
    const bits = raster.bits.subarray(top * rowBytes, Math.min(top + rowsAtMost, raster.height) * rowBytes);
    const count = String(bits.length);
    fields.push(`^FO${String(left)},${String(top)}^GFA,${count},${count},${String(rowBytes)},${encodeZ64(bits)}^FS`);
  }
  return fields;
}
