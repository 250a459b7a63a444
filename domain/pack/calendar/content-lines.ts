import ICAL from 'ical.js';

/** A line of an iCalendar file as it was before it was folded (RFC 5545, 3.1); `line` where it begins, from 1. */
export interface ContentLine {
  readonly line: number;
  readonly text: string;
}

/** jCal (RFC 7265): name, parameters, type, values. */
export type JcalProperty = [string, Record<string, unknown>, string, ...unknown[]];

export interface Property {
  readonly name: string;
  readonly line: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly values: readonly unknown[];
  readonly jcal: JcalProperty;
}

/** Joins folded lines and drops empty ones. */
export function unfoldLines(text: string): ContentLine[] {
  const unfolded: { line: number; parts: string[] }[] = [];
  for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
    const last = unfolded.at(-1);
    if (/^[ \t]/.test(written) && last !== undefined) last.parts.push(written.slice(1));
    else if (written.trim() !== '') unfolded.push({ line: index + 1, parts: [written] });
  }
  return unfolded.map(({ line, parts }) => ({ line, text: parts.join('') }));
}

/** Null for a line that is no property: a text that was not folded, a value that is none of its type. */
export function parseProperty({ line, text }: ContentLine): Property | null {
  if (!/^[A-Za-z][A-Za-z0-9-]*[;:]/.test(text)) return null;
  try {
    const jcal = ICAL.parse.property(text) as JcalProperty;
    const [name, parameters, , ...values] = jcal;
    return { name, line, parameters, values, jcal };
  } catch {
    // ical.js throws on what it cannot read; the caller names the line.
    return null;
  }
}
