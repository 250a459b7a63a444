import { parseClaimCode } from '../../../domain/claim-code.ts';
import { normaliseEmail, normalisePhone } from '../../../domain/sealing/contact-index.ts';
import { normaliseTicketCode } from '../../../domain/sealing/ticket.ts';
import { foldName } from './fold-name.ts';

/** What staff typed or scanned, read in every way that it may be meant. */
export interface Query {
  readonly claimCode: string | null;
  /** As `normaliseTicketCode` writes it; null when it is too short for one. */
  readonly ticket: string | null;
  readonly words: readonly string[];
  /** The words without the spaces. */
  readonly joined: string;
  /** The beginning of an e-mail address, or all of it; null when it is too short or has spaces. */
  readonly email: string | null;
  /** `normaliseEmail` of a whole address. */
  readonly mailbox: string | null;
  /** The digits of a telephone number, or the last of them; null when it is none. */
  readonly digits: string | null;
  /** `normalisePhone` of it. */
  readonly phone: string | null;
}

const shortest = { ticket: 4, email: 3, digits: 4 } as const;

/** @param country of the event: where numbers without a country code are at home */
export function readQuery(typed: string, country: string): Query {
  const claimCode = parseClaimCode(typed);
  const ticket = normaliseTicketCode(typed);
  const words = foldName(typed);
  const email = foldEmail(typed);
  const isEmail = !/\s/.test(email) && (email.includes('@') || email.length >= shortest.email);
  const digits = /^[+\d\s().-]+$/.test(typed.normalize('NFKC')) ? typed.normalize('NFKC').replace(/\D/g, '') : '';
  const isPhone = digits.length >= shortest.digits;
  return {
    claimCode: claimCode.ok ? claimCode.value : null,
    ticket: ticket.length >= shortest.ticket ? ticket : null,
    words,
    joined: words.join(''),
    email: isEmail ? email : null,
    mailbox: isEmail && /^.+@.+$/.test(email) ? normaliseEmail(email) : null,
    digits: isPhone ? digits : null,
    phone: isPhone ? normalisePhone(typed, country) : null,
  };
}

export function foldEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
