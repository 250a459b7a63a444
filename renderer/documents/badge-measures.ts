import type { BadgeFieldSize } from '../../domain/badge-layout.ts';
import type { Media } from '../../domain/print-job.ts';
import { measuresOf, type Measures } from './measures.ts';

/** What an organiser's choice of size multiplies a field's type with. */
export const sizeFactors: Readonly<Record<BadgeFieldSize, number>> = { small: 0.75, medium: 1, large: 1.35 };

/** Height of a usual badge with a name in two scripts, in units. */
const usualHeight = 900;

/** Those of any document, and on labels that are low for their width so much smaller that a usual badge fits. */
export function badgeMeasuresOf(media: Media): Measures {
  const measures = measuresOf(media);
  if (media.heightDots === null) return measures;
  const unit = Math.min(measures.unit, media.heightDots / usualHeight);
  if (unit === measures.unit) return measures;
  const module = Math.max(2, Math.round(9 * unit));
  return {
    ...measures,
    unit,
    module,
    margin: 4 * module,
    hairline: Math.max(1, Math.round(2 * unit)),
    caption: Math.round(22 * unit),
    text: Math.round(30 * unit),
  };
}
