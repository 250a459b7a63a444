import { codePointsOf, rangesOf } from './code-point-set.ts';
import type { Face } from './read-faces.ts';

/**
 * Lets each character be asked of one family only: a face gives up what a family draws that stands before its own in every order (Han
 * fonts change places with the language). Every font carries Latin, so without this a name in Latin letters would load and embed 15
 * faces, 0.8 MB, where one is drawn. Faces with nothing left are dropped.
 *
 * Marks and joiners stay where they are, for they are shaped by the face of their letter.
 * @param orders each the families of a `font-family`, first to last
 */
export function shareOut(faces: readonly Face[], orders: readonly (readonly string[])[]): Face[] {
  const drawnBy = new Map<string, Set<number>>();
  for (const { family, codePoints } of faces) {
    const drawn = drawnBy.get(family) ?? new Set();
    for (const codePoint of codePoints.flatMap(codePointsOf)) drawn.add(codePoint);
    drawnBy.set(family, drawn);
  }
  return faces.flatMap((face) => {
    const before = [...drawnBy].filter(([family]) => orders.every((order) => precedes(order, family, face.family)));
    const kept = face.codePoints
      .flatMap(codePointsOf)
      .filter((codePoint) => joins(codePoint) || !before.some(([, drawn]) => drawn.has(codePoint)));
    return kept.every(joins) ? [] : [{ ...face, codePoints: rangesOf(kept) }];
  });
}

function precedes(order: readonly string[], first: string, second: string): boolean {
  return order.includes(first) && order.indexOf(first) < order.indexOf(second);
}

/** Marks, the joiners, and the dotted circle on which a lone mark is shown. */
function joins(codePoint: number): boolean {
  return /[\p{M}\p{Join_Control}\u25cc]/u.test(String.fromCodePoint(codePoint));
}
