import type { SheetToEncode } from '../driver-parts.ts';
import { endSheet, initialize } from './commands.ts';
import { encodeRaster } from './raster-bands.ts';

/** A whole sheet without a question to the printer. */
export function encodeEscposSheet({ raster, profile }: SheetToEncode): Uint8Array {
  return Buffer.concat([
    Uint8Array.from(initialize),
    encodeRaster(raster).commands,
    Uint8Array.from(endSheet(profile.cutter)),
  ]);
}
