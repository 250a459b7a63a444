import type { SheetToEncode } from '../driver-parts.ts';
import {
  askPrintEnd,
  countEtb,
  endDocument,
  endlessPage,
  endSheet,
  enterRasterMode,
  setEndMode,
  setLeftMargin,
  startDocument,
} from './commands.ts';
import { encodeRows, shiftRight } from './raster-rows.ts';

/** A whole sheet: the document, its cut, and the two questions whose answers say that it is out. */
export function encodeStarLineSheet({
  raster,
  profile,
  media,
  document = 0,
}: SheetToEncode & { document?: number }): Uint8Array {
  return Buffer.concat([
    Uint8Array.from([
      ...startDocument,
      ...enterRasterMode,
      ...endlessPage,
      ...setEndMode(profile.cutter),
      ...setLeftMargin(media.leftDots >> 3),
    ]),
    encodeRows(shiftRight(raster, media.leftDots & 7)).commands,
    Uint8Array.from([...endSheet, ...askPrintEnd(document), countEtb, ...endDocument]),
  ]);
}

/** Cuts off what sticks out of the printer. */
export function encodeCut({ profile }: Pick<SheetToEncode, 'profile'>): readonly number[] {
  return [...enterRasterMode, ...endlessPage, ...setEndMode(profile.cutter), ...endSheet];
}
