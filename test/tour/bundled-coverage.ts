import { fileURLToPath } from 'node:url';
import { encodeCoverage } from '../../renderer/documents/coverage/coverage-plugin.ts';
import { importedStylesheets, readFaces } from '../../renderer/documents/coverage/read-faces.ts';
import { decodeCoverage, type Coverage } from '../../renderer/documents/coverage/uncovered.ts';

const stylesheet = fileURLToPath(new URL('../../renderer/look/fonts.css', import.meta.url));

/** What the bundled fonts draw, read from the font files themselves. Takes about 2 s. */
export function readBundledCoverage(): Coverage {
  const faces = importedStylesheets(stylesheet).flatMap(readFaces);
  return decodeCoverage(encodeCoverage(faces.map((face) => face.codePoints)));
}
