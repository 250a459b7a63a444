import { anyFace, combiningFaces } from 'virtual:font-coverage';
import { decodeCoverage, uncoveredBy } from './uncovered.ts';

const coverage = decodeCoverage({ anyFace, combiningFaces });

/** The characters of a text that no bundled font draws: they would print as boxes, so the visitor is asked for another spelling. */
export function findUncovered(text: string): string[] {
  return uncoveredBy(coverage, text);
}
