import { createRaster, type Raster } from '../../../domain/raster.ts';
import type { PrinterMedia, SheetToEncode } from '../driver-parts.ts';
import { usualAbilities, type Abilities } from './models.ts';
import { encodeLines } from './raster-lines.ts';
import { findTape } from './tapes.ts';

/** By the sections of Brother's Raster Command Reference, 4 "Printing Command Details". */
const escape = 0x1b;

/** "Invalidate", as many as end any command that was left half sent; then "Initialize". */
export const clear = [...Array<number>(400).fill(0), escape, 0x40] as const;

/** "Status information request". */
export const askForStatus = [escape, 0x69, 0x53] as const;

/** Heads of 720 and of 1296 dots. */
const narrowHeadBytes = 90;
const wideHeadBytes = 162;

/** A continuous piece is at least 12.7 mm (2.3.4 "Maximum and minimum lengths"), and keeps 3 mm at both ends. */
const shortestDots = 150;
const marginDots = 35;

const continuous = 0x0a;
const dieCut = 0x0b;

/** The whole of a job, as it would go to a printer of the newer kind. */
export function encodeBrotherQlSheet(sheet: SheetToEncode): Uint8Array {
  return Buffer.concat([Buffer.from(clear), encodePage(sheet, usualAbilities)]);
}

/** One page, cut off at its end. */
export function encodePage({ raster, profile, media }: SheetToEncode, abilities: Abilities): Uint8Array {
  const page = padToPage(raster, media);
  const isRoll = media.heightDots === null;
  const { widthMillimetres, lengthMillimetres } = findTape(media);
  const [low, high] = [page.height & 255, page.height >> 8];
  const isCut = profile.cutter !== 'none';
  const headBytes = profile.media.some((one) => one.leftDots + one.widthDots > narrowHeadBytes * 8)
    ? wideHeadBytes
    : narrowHeadBytes;
  return Buffer.concat([
    // Raster mode; automatic status, which a program before us may have switched off.
    Buffer.from(abilities.canCompress ? [escape, 0x69, 0x61, 1, escape, 0x69, 0x21, 0] : []),
    // "Print information": type, width, length and quality are given, and it is the first page.
    Buffer.from([escape, 0x69, 0x7a, 0xce, isRoll ? continuous : dieCut, widthMillimetres, lengthMillimetres]),
    Buffer.from([low, high, 0, 0, 0, 0]),
    // "Various mode", auto cut; cut after each page; "Expanded mode", cut at the end.
    Buffer.from([escape, 0x69, 0x4d, isCut ? 0x40 : 0, escape, 0x69, 0x41, 1, escape, 0x69, 0x4b, isCut ? 0x08 : 0]),
    Buffer.from([escape, 0x69, 0x64, isRoll ? marginDots : 0, 0]),
    Buffer.from(abilities.canCompress ? [0x4d, 0x02] : []),
    encodeLines({ raster: page, headBytes, leftDots: media.leftDots, abilities }),
    // "Print command with feeding".
    Buffer.from([0x1a]),
  ]);
}

/** An empty piece, by which a roll moves on and what stood out before it is cut off. */
export function createEmptyPage(media: PrinterMedia): Raster {
  return createRaster(media.widthDots, shortestDots);
}

/** A label is as long as it is, a piece of a roll as the printer can cut it: white is added below. */
function padToPage(raster: Raster, { heightDots }: PrinterMedia): Raster {
  const height = heightDots ?? Math.max(raster.height, shortestDots);
  const page = createRaster(raster.width, height);
  page.bits.set(raster.bits.subarray(0, page.bits.length));
  return page;
}
