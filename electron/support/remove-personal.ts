import { containsHkid } from '../../domain/hkid.ts';

/** What was taken out, by kind; an empty object when nothing was. */
export type Removed = Readonly<Partial<Record<Personal, number>>>;
export type Personal = 'identity-number' | 'email' | 'telephone' | 'known';

export interface Cleaned {
  readonly text: string;
  readonly removed: Removed;
}

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** With the sign of a country, or eight digits as Hong Kong writes them. A bare number in JSON is a measurement. */
const telephone = /\+\d[\d\s().-]{6,16}\d|(?<![\d.:[,\w-])(?:852[ -]?)?[2-9]\d{3}[ -]?\d{4}(?![\d\w.-])/gu;

/**
 * Takes out what looks like somebody: identity numbers (with their whole line), e-mail addresses, telephone numbers, and texts that this
 * machine knows to be personal. @param known texts of three characters or more that must not stand there
 */
export function removePersonal(text: string, known: readonly string[]): Cleaned {
  const counts = new Map<Personal, number>();
  const take = (kind: Personal) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return `[removed: ${kind}]`;
  };
  const needles = known.filter((each) => each.trim().length >= 3).toSorted((one, other) => other.length - one.length);
  const lines = text.split('\n').map((line) => {
    if (containsHkid(line)) return take('identity-number');
    const cleaned = needles.reduce((left, needle) => replaceAll(left, needle, () => take('known')), line);
    return cleaned.replace(email, () => take('email')).replace(telephone, () => take('telephone'));
  });
  return { text: lines.join('\n'), removed: Object.fromEntries(counts) };
}

/** Whatever the case; as JSON writes it, too. */
function replaceAll(text: string, needle: string, replacement: () => string): string {
  const escaped = JSON.stringify(needle).slice(1, -1);
  const forms = escaped === needle ? [needle] : [needle, escaped];
  return forms.reduce(
    (left, form) => left.replace(new RegExp(form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), 'gi'), replacement),
    text,
  );
}
