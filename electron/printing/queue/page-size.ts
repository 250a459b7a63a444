import type { Media } from '../../../domain/print-job.ts';

/** A sheet or label, and where on it the print area lies. */
export interface PageSize {
  /** PWG 5101.1 self-describing name; null for one that has no name. */
  readonly keyword: string | null;
  /** Hundredths of a millimetre, as IPP's `media-size` (PWG 5100.7) counts. */
  readonly width: number;
  readonly height: number;
  /** Whole dots from the sheet's edge, so that no dot of the picture falls between two of the printer. */
  readonly leftDots: number;
  readonly topDots: number;
}

const sheets: readonly { keyword: string; width: number; height: number }[] = [
  { keyword: 'iso_a4_210x297mm', width: 21_000, height: 29_700 },
  { keyword: 'iso_a5_148x210mm', width: 14_800, height: 21_000 },
  { keyword: 'iso_a6_105x148mm', width: 10_500, height: 14_800 },
  { keyword: 'om_label_100x150mm', width: 10_000, height: 15_000 },
  { keyword: 'om_label_62x100mm', width: 6_200, height: 10_000 },
];

/** All round: what every office printer can reach. A print area is at most this much and a dot's rounding smaller than its sheet. */
const margin = 500;
const rounding = 20;

/**
 * The sheet around a print area: one of the known, or of any size.
 * @param heightDots of the picture, which decides where the media is a roll
 */
export function pageSizeOf(media: Media, heightDots: number): PageSize {
  const width = hundredths(media.widthDots, media);
  const height = hundredths(media.heightDots ?? heightDots, media);
  const known = media.heightDots === null ? undefined : sheets.find((one) => isAround(one, { width, height }));
  const page = known ?? {
    keyword: null,
    width: Math.round(width) + 2 * margin,
    height: Math.round(height) + 2 * margin,
  };
  const gapDots = (gap: number) => Math.max(0, Math.round((gap / 2 / 2_540) * media.dotsPerInch));
  return { ...page, leftDots: gapDots(page.width - width), topDots: gapDots(page.height - height) };
}

function isAround(page: { width: number; height: number }, area: { width: number; height: number }): boolean {
  const gaps = [page.width - area.width, page.height - area.height];
  return gaps.every((gap) => gap >= -rounding && gap <= 2 * margin + rounding);
}

function hundredths(dots: number, { dotsPerInch }: Media): number {
  return (dots * 2_540) / dotsPerInch;
}
