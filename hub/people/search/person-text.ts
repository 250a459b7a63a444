import { normaliseEmail, normalisePhone } from '../../../domain/sealing/contact-index.ts';
import { foldName } from './fold-name.ts';
import { foldEmail } from './query.ts';

/** What of a person is searched and shown in a line of the answer. */
export interface PersonText {
  readonly own: string;
  readonly latin: string;
  /** Each name without spaces, twice in a row, so that the given name before the surname is found as well; empty for none. */
  readonly turnedOwn: string;
  readonly turnedLatin: string;
  /** ` chan tai man `: every word of both names between spaces. */
  readonly words: string;
  /** As `foldEmail` writes it; empty for none. */
  readonly email: string;
  readonly mailbox: string;
  /** Digits as they were typed, and E.164's; empty for none. */
  readonly digits: string;
  readonly phone: string;
}

export interface Named {
  readonly name: { readonly own: string; readonly latin: string };
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** @param country of the event: where numbers without a country code are at home */
export function toPersonText({ name, email = '', phone = '' }: Named, country: string): PersonText {
  const [own, latin] = [foldName(name.own), foldName(name.latin)];
  return {
    own: name.own,
    latin: name.latin,
    turnedOwn: own.join('').repeat(2),
    turnedLatin: latin.join('').repeat(2),
    words: ` ${[...own, ...latin].join(' ')} `,
    email: foldEmail(email),
    mailbox: email === '' ? '' : normaliseEmail(email),
    digits: phone.normalize('NFKC').replace(/\D/g, ''),
    phone: phone === '' ? '' : normalisePhone(phone, country),
  };
}
