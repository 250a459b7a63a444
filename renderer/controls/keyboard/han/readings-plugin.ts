import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pinyin } from 'pinyin-pro';
import { getJyutpingCandidates } from 'to-jyutping';
import type { Plugin } from 'vite';

const id = 'virtual:han-readings';
const require = createRequire(import.meta.url);

/**
 * What the Han keys offer for a syllable, made at build time: readings from to-jyutping (data of rime-cantonese, CC BY 4.0) and pinyin-pro
 * (MIT), so that neither library goes into the kiosk. Characters stand in the order in which Google Fonts slices its Han fonts, the
 * commonest on the web first; a font we bundle has every one of them.
 */
export function hanReadings(): Plugin {
  return {
    name: 'foyer:han-readings',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? createModule() : undefined),
  };
}

function createModule(): string {
  const traditional = listByFrequency('noto-sans-hk');
  const simplified = listByFrequency('noto-sans-sc');
  const jyutping = group(traditional, (character) =>
    (getJyutpingCandidates(character)[0]?.[1] ?? []).map((reading) => reading.replace(/\d/g, '')),
  );
  const pinyins = group(simplified, (character) =>
    pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true }),
  );
  return `export const jyutping = ${JSON.stringify(jyutping)};\nexport const pinyin = ${JSON.stringify(pinyins)};`;
}

/** The Han characters (CJK Unified Ideographs) that a font has, the commonest slices first. */
function listByFrequency(font: string): string[] {
  const file = require.resolve(`@fontsource-variable/${font}/unicode.json`);
  const slices = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.entries(slices)
    .flatMap(([name, ranges]) => (/^\[\d+\]$/.test(name) ? [{ number: Number(name.slice(1, -1)), ranges }] : []))
    .toSorted((first, second) => second.number - first.number)
    .flatMap(({ ranges }) => ranges.split(',').flatMap(expandRange))
    .filter((codePoint) => codePoint >= 0x4e00 && codePoint <= 0x9fff)
    .map((codePoint) => String.fromCodePoint(codePoint));
}

/** `U+4e00-4e03` as its code points (CSS Fonts 4, unicode-range). */
function expandRange(range: string): number[] {
  const [first = 0, last = first] = range
    .replace('U+', '')
    .split('-')
    .map((hexadecimal) => Number.parseInt(hexadecimal, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** `man 文民萬;maa 馬…`: a syllable and its characters. */
function group(characters: readonly string[], readingsOf: (character: string) => readonly string[]): string {
  const groups = new Map<string, string>();
  for (const character of characters) {
    for (const reading of new Set(readingsOf(character))) {
      if (/^[a-z]+$/.test(reading)) groups.set(reading, (groups.get(reading) ?? '') + character);
    }
  }
  return [...groups].map(([syllable, found]) => `${syllable} ${found}`).join(';');
}
