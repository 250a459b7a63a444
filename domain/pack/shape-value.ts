import { reduceHtml } from '../text/reduce-html.ts';
import { readChoice, listValues } from './choice-words.ts';
import { isBlank, isObject } from './pick-value.ts';
import { listChoices, quote } from './problem.ts';
import { readDate } from './read-time.ts';
import type { Column } from './tables.ts';

/** A value in the form that the schema wants; what it cannot mean is dropped, with words about it. */
export interface Shaped {
  readonly value: unknown;
  readonly dropped?: { readonly found: string; readonly message: string; readonly instead: string };
}

/** @param zone IANA time zone of the event, for moments that stand in another; null when it is not known */
export function shapeValue(
  written: unknown,
  { field, column, zone }: { field: string; column: Column; zone: string | null },
): Shaped {
  if (isBlank(written)) return { value: undefined };
  switch (column.holds) {
    case 'text':
    case 'reference':
    case 'aid':
      return { value: isScalar(written) ? String(written).trim() : written };
    case 'whole number':
      return { value: typeof written === 'string' && /^\d{1,9}$/.test(written.trim()) ? Number(written) : written };
    case 'list':
      return shapeList(toList(written, column.separator ?? /[\s;,，；、]+/), column);
    case 'localised text':
      return { value: toText(written, field) };
    case 'date':
      return shapeDate(written, zone);
    case 'date and time':
      // What it means is known with the other fields: its day may stand apart, and two times in one cell.
      return { value: isScalar(written) ? String(written).trim() : written };
    case 'choice':
      return shapeChoice(written, field);
    case 'choices':
      return shapeChoices(written, field);
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function shapeList(parts: unknown, { longest = Infinity, hint }: Column): Shaped {
  if (!Array.isArray(parts)) return { value: parts };
  const isLong = (part: unknown) => typeof part === 'string' && [...part].length > longest;
  const long: unknown = parts.find(isLong);
  if (long === undefined) return { value: parts };
  const message = `${quote(long)} is too long and is left out: ${longest} characters are possible.`;
  return { value: parts.filter((part) => !isLong(part)), dropped: { found: quote(long), message, instead: hint } };
}

function toList(written: unknown, separator: RegExp): unknown {
  const parts = Array.isArray(written) ? written : isScalar(written) ? splitList(String(written), separator) : written;
  if (!Array.isArray(parts)) return parts;
  const texts = parts.map((part: unknown) => (isScalar(part) ? String(part).trim() : part));
  return [...new Set(texts.filter((part) => !isBlank(part)))];
}

/** A comma parts phrases only where nothing better does: a skill may hold one. */
function splitList(written: string, separator: RegExp): string[] {
  const parts = written.split(separator);
  return parts.length > 1 ? parts : written.split(/[,，]\s*/);
}

/** Paragraphs as people read them; names and titles on one line. */
const paragraphFields: ReadonlySet<string> = new Set(['text', 'about']);

function toText(written: unknown, field: string): unknown {
  const isLong = paragraphFields.has(field);
  if (Array.isArray(written)) {
    const parts = written.filter((part) => !isBlank(part)).map((part: unknown) => toText(part, field));
    return parts.every((part) => typeof part === 'string') ? parts.join(isLong ? '\n' : '; ') : parts;
  }
  if (isObject(written)) {
    const entries = Object.entries(written).map(([key, inner]) => [
      key,
      typeof inner === 'string' ? toText(inner, field) : inner,
    ]);
    return Object.fromEntries(entries);
  }
  if (!isScalar(written)) return written;
  const plain = reduceMarkup(String(written));
  return isLong
    ? plain.replace(/\r\n?/g, '\n').replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim() // prettier-ignore
    : plain.replace(/\s+/g, ' ').trim();
}

/** Tags of HTML or entities: `a < b`, `R&D` and `vector<int>` are neither. */
const markup =
  /<\/?(p|br|div|span|ul|ol|li|b|i|u|strong|em|a|h[1-6]|table|tr|td|th|tbody|font|img|pre|code|small|script|style|section|hr)(\s[^<>]*)?\/?>|&(#\d+|#x[0-9a-f]+|[a-z]{2,8}\d{0,2});/i;

function reduceMarkup(written: string): string {
  return markup.test(written) ? reduceHtml(written) : written;
}

function shapeDate(written: unknown, zone: string | null): Shaped {
  const value = isScalar(written) ? readDate(String(written), zone) : null;
  if (value !== null) return { value };
  const found = quote(written);
  const message = `${found} is no date and is left out.`;
  return { value: undefined, dropped: { found, message, instead: 'Write the date as YYYY-MM-DD.' } };
}

function shapeChoice(written: unknown, field: string): Shaped {
  const [first] = Array.isArray(written) ? (written as unknown[]) : [written];
  const value = isScalar(first) ? readChoice(field, String(first)) : null;
  return value === null ? dropChoice(written, field) : { value };
}

function shapeChoices(written: unknown, field: string): Shaped {
  const parts = toList(written, /[\s;,，；、/]+/);
  if (!Array.isArray(parts)) return dropChoice(written, field);
  const values = parts.map((part: unknown) => (isScalar(part) ? readChoice(field, String(part)) : null));
  const unknown = parts.filter((_, at) => values[at] === null);
  const value = [...new Set(values.filter((each) => each !== null))];
  return unknown.length === 0
    ? { value }
    : { ...dropChoice(unknown.length === 1 ? unknown[0] : unknown, field), value };
}

function dropChoice(written: unknown, field: string): Shaped {
  const found = quote(written);
  const fate = field === 'kind' ? '; it is shown as a talk' : ' and is left out';
  const message = `${found} is not one of the possible values${fate}.`;
  return { value: undefined, dropped: { found, message, instead: `Write ${listChoices(listValues(field))}.` } };
}
