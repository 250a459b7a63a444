import { bytesPerRow, type Raster } from '../../../domain/raster.ts';

/** Of a page's end, how much of it may stay empty so that no line of text is cut in two. */
const searched = 0.25;

/** Cuts a picture that is longer than the page, between rows of white where there are any near a page's end. */
export function splitPages(raster: Raster, heightDots: number | null): Raster[] {
  if (heightDots === null) return [raster];
  const pages: Raster[] = [];
  for (let top = 0; top < raster.height || pages.length === 0;) {
    const end = top + heightDots >= raster.height ? raster.height : findCut(raster, { top, end: top + heightDots });
    pages.push(crop(raster, top, end));
    top = end;
  }
  return pages;
}

function findCut(raster: Raster, { top, end }: { top: number; end: number }): number {
  const earliest = end - Math.floor((end - top) * searched);
  for (let row = end; row > earliest; row -= 1) if (isWhite(raster, row)) return row;
  return end;
}

function isWhite({ width, bits }: Raster, row: number): boolean {
  return bits.subarray(row * bytesPerRow(width), (row + 1) * bytesPerRow(width)).every((byte) => byte === 0);
}

function crop({ width, bits, tints = [] }: Raster, top: number, end: number): Raster {
  const inside = tints.flatMap(({ top: from, height, colour }) => {
    const [first, last] = [Math.max(from, top), Math.min(from + height, end)];
    return first < last ? [{ top: first - top, height: last - first, colour }] : [];
  });
  return {
    width,
    height: end - top,
    bits: bits.slice(top * bytesPerRow(width), end * bytesPerRow(width)),
    ...(inside.length > 0 && { tints: inside }),
  };
}
