import { languages, type Language } from '../localised.ts';
import { toHeadingKey } from './attendee-columns.ts';
import { findCommonName } from './headings.ts';
import type { Table } from './tables.ts';

/** `zh-Hant` is written `_zh_hant` at the end of a heading. */
export function toHeading(field: string, language: Language): string {
  return `${field}_${language.toLowerCase().replace('-', '_')}`;
}

/** A field of ours, and one of its languages where the heading tells it. */
export interface Target {
  readonly field: string;
  readonly language?: Language;
}

/** The words for a language at the end or the beginning of a heading, as `toHeadingKey` spells them; longer ones first. */
const languageWords: readonly (readonly [string, Language])[] = (
  [
    ['en', ['english', '英文', '英語', '英语', 'eng', 'en']],
    ['zh-Hant', ['traditionalchinese', 'chinesetraditional', '繁體中文', '繁体中文', '中文繁體', '繁體', '繁中', 'zhhant', 'zhhk', 'zhtw', 'cht', 'tc']],
    ['zh-Hans', ['simplifiedchinese', 'chinesesimplified', '簡體中文', '简体中文', '中文简体', '简体', '簡體', '简中', 'zhhans', 'zhcn', 'chs', 'sc']],
  ] as const
).flatMap(([language, words]) => words.map((word) => [word, language] as const)); // prettier-ignore

/** The headings that a table asks for, each with what it means. */
export function listTargets(table: Table<unknown>): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const [field, { holds }] of Object.entries(table.columns)) {
    if (holds !== 'localised text') targets.set(field, { field });
    else for (const language of languages) targets.set(toHeading(field, language), { field, language });
  }
  return targets;
}

/**
 * What a heading or key means: one that the table asks for, the field's own name, a common name in English or Chinese, and any of these with
 * a language before or behind. `isOwn` tells the first from the rest.
 */
export function recogniseName(table: Table<unknown>, written: string): (Target & { isOwn: boolean }) | null {
  const own = listTargets(table).get(
    written
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  if (own !== undefined) return { ...own, isOwn: true };
  const plain = findField(table, written);
  if (plain !== null) return { field: plain, isOwn: Object.hasOwn(table.columns, written) };
  const key = toHeadingKey(written);
  for (const [word, language] of languageWords) {
    const rest = key.endsWith(word) ? key.slice(0, -word.length) : key.startsWith(word) ? key.slice(word.length) : '';
    // `Screen` ends in `en`: two letters count only where the heading parts them off.
    if (rest === '' || (/^[a-z]{2,3}$/.test(word) && !isPartedOff(written, word))) continue;
    const field = findField(table, rest);
    if (field !== null && table.columns[field]?.holds === 'localised text') return { field, language, isOwn: false };
  }
  return null;
}

function isPartedOff(written: string, word: string): boolean {
  return new RegExp(`(^|[^a-z])${word}([^a-z]|$)`, 'i').test(written);
}

function findField(table: Table<unknown>, written: string): string | null {
  const key = toHeadingKey(written);
  const own = Object.keys(table.columns).find((field) => toHeadingKey(field) === key);
  return own ?? findCommonName(table.stem, written) ?? null;
}
