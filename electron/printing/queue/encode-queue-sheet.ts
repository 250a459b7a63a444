import { toMedia, type SheetToEncode } from '../driver-parts.ts';
import { pageSizeOf } from './page-size.ts';
import { encodePdf } from './pdf.ts';
import { splitPages } from './split-pages.ts';

/** A PDF of the same dots, on as many pages as they need. */
export function encodeQueueSheet({ raster, media }: Omit<SheetToEncode, 'profile'>): Buffer {
  const pages = splitPages(raster, media.heightDots);
  return encodePdf(
    pages.map((page) => ({
      raster: page,
      dotsPerInch: media.dotsPerInch,
      size: pageSizeOf(toMedia(media), page.height),
    })),
  );
}
