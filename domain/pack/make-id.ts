import { createHash } from 'node:crypto';
import { languages, type Localised } from '../localised.ts';
import type { ListPart } from './readers.ts';

const longestSlug = 40;

/** Letters, digits and dashes of a text; '' for one in another script. */
function toSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '');
}

/** Ten characters that stand for a text: among 30,000 two are alike once in 2,400 events. */
export function toDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** An id for a name: its letters where it is written in Latin ones, otherwise a digest. The same name always has the same. */
export function makeNameId(name: string): string {
  const slug = toSlug(name);
  const letters = [...name].filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
  return slug.length * 2 > letters ? slug : `n-${toDigest(name.normalize('NFKC').trim())}`;
}

/** An id of content that stays when rows change places; null for what has none to speak of. */
export function makeId(part: ListPart, value: Readonly<Record<string, unknown>>): string | null {
  switch (part) {
    case 'companies':
    case 'skills': {
      const name = firstText(part === 'companies' ? value['name'] : value['label']);
      return name === null ? null : makeNameId(name);
    }
    case 'jobs':
      return digestOf('j', value, ['company', 'title', 'place', 'text']);
    case 'agenda':
      return digestOf('s', value, ['title', 'start', 'room', 'place']);
  }
}

/** An id that was written but does not fit, made to fit. */
export function fitId(written: string): string {
  const fitting = written.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '').slice(0, 64); // prettier-ignore
  return fitting === '' || /[^\x20-\x7e]/.test(written) ? `n-${toDigest(written)}` : fitting;
}

function digestOf(prefix: string, value: Readonly<Record<string, unknown>>, fields: readonly string[]): string | null {
  return value['title'] === undefined
    ? null
    : `${prefix}-${toDigest(JSON.stringify(fields.map((field) => value[field])))}`;
}

function firstText(text: unknown): string | null {
  if (typeof text !== 'object' || text === null) return null;
  for (const language of languages) {
    const found = (text as Localised)[language];
    if (typeof found === 'string') return found;
  }
  return null;
}
