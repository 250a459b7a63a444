import type { PrinterMedia } from '../driver-parts.ts';

/** What the printer must be told of its roll, in millimetres; a length of 0 is a continuous roll. */
export interface Tape {
  readonly widthMillimetres: number;
  readonly lengthMillimetres: number;
}

/** Dots of the print area by millimetres of the roll (Raster Command Reference QL-800/810W/820NWB and QL-1100/1110NWB/1115NWB, 2.3.2 "Page size"). */
const widths: Record<number, number> = {
  106: 12,
  306: 29,
  413: 38,
  425: 39,
  554: 50,
  578: 52,
  590: 54,
  696: 62,
  1164: 102,
  1200: 103,
};
const lengths: Record<number, number> = {
  271: 29,
  425: 42,
  495: 48,
  526: 51,
  566: 54,
  956: 87,
  991: 90,
  1109: 100,
  1660: 152,
  1822: 164,
};

/** Twice three millimetres of a continuous roll, or of a label, are out of the head's reach. */
const unreachableMillimetres = 6;

export function findTape({ widthDots, heightDots, dotsPerInch }: PrinterMedia): Tape {
  const reach = (dots: number): number => Math.round((dots / dotsPerInch) * 25.4);
  return {
    widthMillimetres: widths[widthDots] ?? reach(widthDots) + 3,
    lengthMillimetres: heightDots === null ? 0 : (lengths[heightDots] ?? reach(heightDots) + unreachableMillimetres),
  };
}
