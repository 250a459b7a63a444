import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';
import { encodeRanges, includesCodePoint, rangesOf, type CodePointRanges } from './code-point-set.ts';
import { importedStylesheets, readFaces } from './read-faces.ts';

const moduleName = 'virtual:font-coverage';

/**
 * Gives the page `virtual:font-coverage`: which characters the fonts of a stylesheet can draw. Reading 361 font files takes about 2 s,
 * so the result is kept in `cacheFile` until a font package changes.
 */
export function fontCoverage({ stylesheet, cacheFile }: { stylesheet: string; cacheFile: string }): Plugin {
  return {
    name: 'font-coverage',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : null),
    load(id) {
      if (id !== `\0${moduleName}`) return null;
      this.addWatchFile(stylesheet);
      return readCoverageModule(stylesheet, cacheFile);
    },
  };
}

function readCoverageModule(stylesheet: string, cacheFile: string): string {
  const sources = [stylesheet, ...importedStylesheets(stylesheet)];
  const makers = ['coverage-plugin.ts', 'code-point-set.ts', 'read-faces.ts'].map(
    (name) => new URL(name, import.meta.url),
  );
  const hash = createHash('sha256');
  for (const source of [...sources, ...makers]) hash.update(readFileSync(source));
  const key = `// ${hash.digest('hex')}\n`;
  try {
    const cached = readFileSync(cacheFile, 'utf8');
    if (cached.startsWith(key)) return cached;
  } catch {
    // Not there yet.
  }
  const { anyFace, combiningFaces } = encodeCoverage(sources.flatMap(readFaces).map((face) => face.codePoints));
  const module = `${key}export const anyFace = ${JSON.stringify(anyFace)};
export const combiningFaces = ${JSON.stringify(combiningFaces)};
`;
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, module);
  return module;
}

/**
 * A single character may come from any face, but a letter and its marks are shaped by one face or not at all: faces that hold marks
 * are kept apart.
 */
export function encodeCoverage(faces: readonly CodePointRanges[]): { anyFace: string; combiningFaces: string[] } {
  const all = new Set(faces.flatMap((ranges) => ranges.flatMap(codePointsOf)));
  const marks = [...all].filter((codePoint) => /\p{M}/u.test(String.fromCodePoint(codePoint)));
  const combining = faces.filter((face) => marks.some((mark) => includesCodePoint(face, mark)));
  return { anyFace: encodeRanges(rangesOf(all)), combiningFaces: combining.map(encodeRanges) };
}

function codePointsOf([first, last]: CodePointRanges[number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
