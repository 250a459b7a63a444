import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import type { PrinterReport } from '../../../domain/printer-report.ts';

/** What came out since the paper was new. */
export interface PaperUse {
  readonly millimetres: number;
  /** Of sheets or labels. */
  readonly sheets: number;
  /** The printer said so and has not been ready since: when it is, somebody has put in new paper. */
  readonly hasRunOut: boolean;
}

export const newPaper: PaperUse = { millimetres: 0, sheets: 0, hasRunOut: false };

/** From the head to the cutter or the tear bar: 13 to 16 mm on the receipt printers that we know, and each sheet begins with it. */
const feedMillimetres = 15;
const millimetresPerInch = 25.4;

type ProfileMedia = PrinterProfile['media'][number];

/** @param dots height of the picture that came out, or of the one that may have */
export function usePaper(use: PaperUse, { media, dots }: { media: ProfileMedia; dots: number }): PaperUse {
  const { heightDots, dotsPerInch } = media;
  const toMillimetres = (height: number) => (height / dotsPerInch) * millimetresPerInch;
  if (heightDots === null) return { ...use, millimetres: use.millimetres + toMillimetres(dots) + feedMillimetres };
  const sheets = Math.ceil(dots / heightDots);
  return { ...use, millimetres: use.millimetres + toMillimetres(sheets * heightDots), sheets: use.sheets + sheets };
}

/** An estimate: what is left never falls below nothing, and is null where nobody knows how much there was. */
export function reportPaper(use: PaperUse, media: ProfileMedia): PrinterReport['paper'] {
  const { rollMillimetres, sheets } = media;
  return {
    usedMillimetres: Math.round(use.millimetres),
    leftMillimetres: rollMillimetres === null ? null : Math.max(0, Math.round(rollMillimetres - use.millimetres)),
    sheetsLeft: sheets === null ? null : Math.max(0, sheets - use.sheets),
  };
}
