import { readFonts } from '../../renderer/documents/coverage/coverage-plugin.ts';
import { decodeCoverage, type Coverage } from '../../renderer/documents/coverage/uncovered.ts';

/** What the bundled fonts draw, as the font files say. Takes seconds when the renderer has not been built since a font changed. */
export function readBundledCoverage(): Coverage {
  return decodeCoverage(readFonts());
}
