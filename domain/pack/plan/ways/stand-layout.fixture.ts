import fc from 'fast-check';
import type { Place, Position } from '../../../floor-plan.ts';

/** A rectangle as a place. */
export function box(properties: Place['properties'], [left, bottom]: Position, [right, top]: Position): Place {
  const ring: Position[] = [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]; // prettier-ignore
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

interface Row {
  readonly aisle: number;
  readonly depth: number;
  readonly gaps: readonly number[];
  readonly widths: readonly number[];
}

/**
 * A hall with rows of stands: aisles of 1.5 m and more in front of every row, gaps of any width between neighbours, stands wide and deep as
 * they come. Every stand has an aisle beside it.
 */
export const hallWithStands: fc.Arbitrary<{ hall: Place; stands: Place[] }> = fc
  .array(
    fc.record<Row>({
      aisle: fc.double({ min: 1.5, max: 8, noNaN: true }),
      depth: fc.double({ min: 1, max: 12, noNaN: true }),
      gaps: fc.array(fc.constantFrom(0, 0, 0.3, 1, 3), { minLength: 6, maxLength: 6 }),
      widths: fc.array(fc.double({ min: 1, max: 15, noNaN: true }), { minLength: 1, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((rows) => {
    const stands: Place[] = [];
    const margin = 3;
    let [top, right] = [0, 0];
    for (const [index, { aisle, depth, gaps, widths }] of rows.entries()) {
      const bottom = top + (index === 0 ? margin : aisle);
      let left = margin;
      for (const [column, width] of widths.entries()) {
        const id = `stand-${index}-${column}`;
        stands.push(box({ id, kind: 'stand', label: id }, [left, bottom], [left + width, bottom + depth]));
        right = Math.max(right, left + width);
        left += width + (gaps[column] ?? 0);
      }
      top = bottom + depth;
    }
    return { hall: box({ id: 'hall', kind: 'hall' }, [0, 0], [right + margin, top + margin]), stands };
  });
