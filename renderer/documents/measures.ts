import type { Media } from '../../domain/print-job.ts';

/** Sizes of a document in dots, all whole so that edges fall between dots. */
export interface Measures {
  /** What the sizes below are multiples of: 1 dot on 72 mm paper at 203 dpi. Not whole. */
  readonly unit: number;
  readonly width: number;
  /** One module of the QR code. */
  readonly module: number;
  /** White around everything, as wide as the quiet zone that a QR code needs: four modules (ISO/IEC 18004, 9.1). */
  readonly margin: number;
  readonly hairline: number;
  /** The smallest type. */
  readonly caption: number;
  /** Type to be read at arm's length. */
  readonly text: number;
}

const millimetresPerInch = 25.4;
/** Type grows with the paper, but less: narrow paper is read from as far away as wide paper. */
const growth = { reference: 72, least: 0.82, most: 1.35 };
/** Em size of the smallest type, millimetres: about 7 points. */
const leastCaption = 2.6;

export function measuresOf({ widthDots, dotsPerInch }: Media): Measures {
  const dotsPerMillimetre = dotsPerInch / millimetresPerInch;
  const scale = widthDots / dotsPerMillimetre / growth.reference;
  const unit = (dotsPerInch / 203) * Math.min(Math.max(scale, growth.least), growth.most);
  const module = Math.round(9 * unit);
  return {
    unit,
    width: widthDots,
    module,
    margin: 4 * module,
    hairline: Math.max(2, Math.round(2 * unit)),
    caption: Math.round(Math.max(22 * unit, leastCaption * dotsPerMillimetre)),
    text: Math.round(30 * unit),
  };
}
