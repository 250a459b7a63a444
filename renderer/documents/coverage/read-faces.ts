import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { codePointsOf, includesCodePoint, rangesOf, type CodePointRanges } from './code-point-set.ts';

/** One `@font-face` rule. */
export interface Face {
  readonly family: string;
  readonly file: string;
  /** The rest of its declarations. */
  readonly descriptors: string;
  /** The characters that it is asked for (`unicode-range`) and really holds (its cmap). */
  readonly codePoints: CodePointRanges;
}

/** Stylesheets that a stylesheet imports from packages, as paths. */
export function importedStylesheets(stylesheet: string): string[] {
  const { resolve } = createRequire(stylesheet);
  const imports = readFileSync(stylesheet, 'utf8').matchAll(/^@import\s+['"]([^'"]+)['"]/gm);
  return [...imports].map(([, name = '']) => resolve(name));
}

/** Every face of a stylesheet as Fontsource writes them. Parses the font files: about 5 ms each. */
export function readFaces(stylesheet: string): Face[] {
  const rules = readFileSync(stylesheet, 'utf8').matchAll(/@font-face\s*\{([^}]*)\}/g);
  return [...rules].map(([, body = '']) => {
    const declarations = new Map(
      body
        .split(';')
        .map((declaration) => declaration.split(/:(.*)/s).map((part) => part.trim()))
        .map(([property = '', value = '']) => [property, value]),
    );
    const url = /url\(["']?([^"')]+)["']?\)/.exec(declarations.get('src') ?? '')?.[1];
    if (url === undefined) throw new Error(`${stylesheet} has a font face without a file`);
    const file = join(dirname(stylesheet), url);
    const font = fontkit.create(readFileSync(file));
    if (!('characterSet' in font)) throw new Error(`${file} holds more than one font`);
    const declared = parseRanges(declarations.get('unicode-range') ?? 'U+0-10FFFF');
    return {
      family: (declarations.get('font-family') ?? '').replace(/['"]/g, ''),
      file,
      descriptors: ['font-style', 'font-weight', 'font-stretch']
        .filter((property) => declarations.has(property))
        .map((property) => `${property}: ${declarations.get(property) ?? ''};`)
        .join(' '),
      codePoints: rangesOf(font.characterSet.filter((codePoint) => includesCodePoint(declared, codePoint))),
    };
  });
}

function parseRanges(list: string): CodePointRanges {
  const ranges = list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice('U+'.length).split('-');
    return [parseInt(first, 16), parseInt(last, 16)] as const;
  });
  return rangesOf(ranges.flatMap(codePointsOf));
}
