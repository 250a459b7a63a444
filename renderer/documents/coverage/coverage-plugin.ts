import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { codePointsOf, encodeRanges, includesCodePoint, rangesOf, type CodePointRanges } from './code-point-set.ts';
import { importedStylesheets, readFaces, type Face } from './read-faces.ts';
import { shareOut } from './share-out.ts';

const moduleName = 'virtual:font-coverage';

const near = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const stylesheet = near('../../look/fonts.css');
const cacheFile = near('../../../node_modules/.cache/foyer/fonts.json');
const makers = ['coverage-plugin.ts', 'code-point-set.ts', 'read-faces.ts', 'share-out.ts'].map(near);

interface Fonts {
  /** Of what the rest was made. */
  readonly key: string;
  /** The `@font-face` rules that stand for the imports of the stylesheet. */
  readonly rules: string;
  readonly anyFace: string;
  readonly combiningFaces: readonly string[];
}

/**
 * Reads what the bundled fonts really draw. The page gets `virtual:font-coverage`, and look/fonts.css gets rules that ask each face for
 * what it holds, instead of its imports. Reading 361 font files takes about 2 s, so the result is kept until a font package changes.
 */
export function fontCoverage(): Plugin {
  return {
    name: 'font-coverage',
    enforce: 'pre',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : null),
    load(id) {
      if (id !== `\0${moduleName}`) return null;
      this.addWatchFile(stylesheet);
      const { anyFace, combiningFaces } = readFonts();
      return `export const anyFace = ${JSON.stringify(anyFace)};
export const combiningFaces = ${JSON.stringify(combiningFaces)};`;
    },
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (path !== stylesheet.replaceAll(sep, '/')) return null;
      return { code: readFonts().rules + code.replace(/^@import .*$/gm, ''), map: null };
    },
  };
}

/** From the cache when no font package has changed. */
export function readFonts(): Fonts {
  const sources = importedStylesheets(stylesheet);
  const hash = createHash('sha256');
  for (const source of [stylesheet, ...sources, ...makers]) hash.update(readFileSync(source));
  const key = hash.digest('hex');
  const cached = readCache();
  if (cached?.key === key) return cached;
  const faces = shareOut(sources.flatMap(readFaces), readOrders(readFileSync(stylesheet, 'utf8')));
  const fonts = { key, rules: faces.map(writeRule).join(''), ...encodeCoverage(faces.map((face) => face.codePoints)) };
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(fonts));
  return fonts;
}

function readCache(): Fonts | null {
  try {
    return existsSync(cacheFile) ? (JSON.parse(readFileSync(cacheFile, 'utf8')) as Fonts) : null;
  } catch {
    // It was cut short.
    return null;
  }
}

/** The families of every `--font-text` of a stylesheet. */
export function readOrders(css: string): string[][] {
  return [...css.matchAll(/--font-text:([^;]+);/g)].map(([, list = '']) =>
    list.split(',').map((family) => family.trim().replace(/['"]/g, '')),
  );
}

/** Text stays invisible for the moment that a local file takes, rather than to flash in a font that is not ours. */
function writeRule({ family, file, descriptors, codePoints }: Face): string {
  const url = relative(dirname(stylesheet), file).replaceAll(sep, '/');
  const ranges = codePoints.map(
    ([first, last]) => `U+${(first === last ? [first] : [first, last]).map(toHex).join('-')}`,
  );
  return `@font-face { font-family: '${family}'; font-display: block; ${descriptors} src: url('${url}') format('woff2'); unicode-range: ${ranges.join(',')}; }\n`;
}

function toHex(codePoint: number): string {
  return codePoint.toString(16);
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
