import { z } from 'zod';
import type { Media } from '../../domain/print-job.ts';
import { bytesPerRow, tintsSchema, type Raster } from '../../domain/raster.ts';

/** Of a roll, about a metre of paper at 203 dpi: more than any document, less than what fills memory or empties the roll. */
export const maximumHeightDots = 8192;
/** A driver cuts a long document into pages; more than this is none of ours. */
export const maximumPages = 8;

/** Dots that a document may be high, on as many sheets as it takes. */
export function maximumHeightOn({ heightDots }: Media): number {
  return heightDots === null ? maximumHeightDots : heightDots * maximumPages;
}

/** A raster as JSON carries it; refused unless it fits the printer's width exactly, so that no driver ever reads past its end. */
export function rasterInput(media: Media) {
  const maximumHeight = maximumHeightOn(media);
  return z
    .strictObject({
      width: z.literal(media.widthDots),
      height: z.int().min(1).max(maximumHeight),
      /** Base64 (RFC 4648, section 4) of the rows. */
      bits: z.string().max(base64Length(bytesPerRow(media.widthDots) * maximumHeight)),
      tints: tintsSchema.optional(),
    })
    .transform(({ width, height, bits, tints }, context): Raster => {
      const raster = { width, height, bits: new Uint8Array(Buffer.from(bits, 'base64')), ...(tints && { tints }) };
      const length = bytesPerRow(width) * height;
      if (raster.bits.length !== length || bits.length !== base64Length(length)) {
        context.addIssue({ code: 'custom', message: `bits must be ${length} bytes as base64` });
      } else if (!isBlankBeyondWidth(raster)) {
        context.addIssue({ code: 'custom', message: 'bits beyond the width must be 0' });
      }
      return raster;
    });
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

function isBlankBeyondWidth({ width, bits }: Raster): boolean {
  const rowLength = bytesPerRow(width);
  const beyond = 0xff >> (width % 8 || 8);
  for (let last = rowLength - 1; last < bits.length; last += rowLength) {
    if (((bits[last] ?? 0) & beyond) !== 0) return false;
  }
  return true;
}
