import type { Media, VisitorDocument } from '../../domain/print-job.ts';
import { isBlack, type Raster } from '../../domain/raster.ts';
import { measuresOf } from '../../renderer/documents/measures.ts';
import { blackShare, decodeQr } from '../documents/print-page.ts';

/** A badge with a long name is half black at most; a slip with a short way has some lines. */
const inkLimits = { least: 0.01, most: 0.5 };

/**
 * What is wrong with a sheet as the printer draws it: blank, or ink where the paper must stay white. A badge ends in its stripe, which
 * alone runs from edge to edge.
 */
export function checkSheet({
  raster,
  document,
  media,
}: {
  raster: Raster;
  document: VisitorDocument;
  media: Media;
}): string[] {
  const { width, height } = raster;
  const { module } = measuresOf(media);
  const problems: string[] = [];
  if (width !== media.widthDots) problems.push(`the sheet is ${width} dots wide, not ${media.widthDots}`);
  const ink = height === 0 ? 0 : blackShare(raster, { left: 0, top: 0, right: width, bottom: height });
  if (ink < inkLimits.least || ink > inkLimits.most) problems.push(`${Math.round(ink * 100)} % of the sheet is black`);

  const stripeTop = document === 'badge' ? findStripe(raster) : height;
  if (stripeTop === null) return [...problems, 'no stripe runs from edge to edge at the end of the badge'];
  const margins = {
    left: { left: 0, top: 0, right: module, bottom: stripeTop },
    right: { left: width - module, top: 0, right: width, bottom: stripeTop },
    top: { left: 0, top: 0, right: width, bottom: module },
    bottom: { left: 0, top: stripeTop - module, right: width, bottom: stripeTop },
  };
  for (const [edge, part] of Object.entries(margins)) {
    if (blackShare(raster, part) > 0) problems.push(`ink in the ${edge} margin`);
  }
  return problems;
}

/** The first row of the stripe at the end, or null when its rows do not reach from edge to edge. */
function findStripe(raster: Raster): number | null {
  const isInStripe = (y: number) => isBlack(raster, 0, y) && isBlack(raster, raster.width - 1, y);
  let top = raster.height;
  while (top > 0 && isInStripe(top - 1)) top -= 1;
  return raster.height - top < 40 ? null : top;
}

/** What the QR code of a badge says; null when it cannot be read. It stands right above the stripe. */
export function readQrOfBadge(raster: Raster): string | null {
  const bottom = findStripe(raster) ?? raster.height;
  return decodeQr(raster, { left: 0, top: Math.max(0, bottom - (raster.width >> 1)), right: raster.width, bottom });
}
