import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import { rangesOf, type CodePointRanges } from './code-point-set.ts';

/** What one `@font-face` rule can draw: the characters that it is asked for (`unicode-range`) and really holds (its cmap). */
export interface Face {
  readonly file: string;
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
  const rules = readFileSync(stylesheet, 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return rules.map((rule) => {
    const url = /url\(["']?([^"')]+)["']?\)/.exec(rule)?.[1];
    if (url === undefined) throw new Error(`${stylesheet} has a font face without a file`);
    const file = join(dirname(stylesheet), url);
    const font = fontkit.create(readFileSync(file));
    if (!('characterSet' in font)) throw new Error(`${file} holds more than one font`);
    const declared = declaredRanges(rule);
    const drawn = font.characterSet.filter((codePoint) =>
      declared.some(([first, last]) => codePoint >= first && codePoint <= last),
    );
    return { file, codePoints: rangesOf(drawn) };
  });
}

function declaredRanges(rule: string): CodePointRanges {
  const list = /unicode-range:([^;}]+)/.exec(rule)?.[1] ?? 'U+0-10FFFF';
  return list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice('U+'.length).split('-');
    return [parseInt(first, 16), parseInt(last, 16)] as const;
  });
}
