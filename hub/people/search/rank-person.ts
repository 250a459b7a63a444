import type { PersonText } from './person-text.ts';
import type { Query } from './query.ts';

/** How well something is found, the best first. */
export const ranks = { exact: 0, prefix: 1, part: 2, none: 3 } as const;
export type Rank = (typeof ranks)[keyof typeof ranks];

/** How well a person's name or contact is found. */
export function rankPerson(person: PersonText, query: Query): Rank {
  const contact = rankContact(person, query);
  return contact === ranks.exact ? contact : (Math.min(contact, rankName(person, query)) as Rank);
}

function rankContact({ email, mailbox, digits, phone }: PersonText, query: Query): Rank {
  if (email !== '' && query.email !== null && email.startsWith(query.email))
    return email.length === query.email.length ? ranks.exact : ranks.prefix;
  if (mailbox !== '' && mailbox === query.mailbox) return ranks.exact;
  if (query.digits === null || digits === '') return ranks.none;
  if (phone === query.phone) return ranks.exact;
  return digits.endsWith(query.digits) ? ranks.prefix : ranks.none;
}

/** The order of words and the spaces between them make no difference; each word has to be found. */
function rankName({ turnedOwn, turnedLatin, words: ofPerson }: PersonText, { words, joined }: Query): Rank {
  if (joined === '') return ranks.none;
  const isIn = (text: string) => holds(turnedOwn, text) || holds(turnedLatin, text);
  if (!(words.length === 1 ? isIn(joined) : words.every(isIn))) return ranks.none;
  if (isWhole(turnedOwn, joined) || isWhole(turnedLatin, joined)) return ranks.exact;
  const isLong = 2 * joined.length === turnedOwn.length || 2 * joined.length === turnedLatin.length;
  if (isLong && words.every((word) => ofPerson.includes(` ${word} `))) return ranks.exact;
  if (turnedOwn.startsWith(joined) || turnedLatin.startsWith(joined)) return ranks.prefix;
  return words.every((word) => ofPerson.includes(` ${word}`)) ? ranks.prefix : ranks.part;
}

/** @param turned a name twice */
function holds(turned: string, text: string): boolean {
  return 2 * text.length <= turned.length && turned.includes(text);
}

function isWhole(turned: string, text: string): boolean {
  return 2 * text.length === turned.length && turned.includes(text);
}
