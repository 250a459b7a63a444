import { createHmac } from 'node:crypto';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { contactIndexBits } from '../sealed-record.ts';

/** Mail providers that ignore dots before the @. */
const dotless = new Set(['gmail.com', 'googlemail.com']);

/** One spelling for all spellings that reach the same mailbox: case, width, `+tag`, and the dots that Gmail ignores. */
export function normaliseEmail(email: string): string {
  const text = email.normalize('NFKC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = text.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  const mailbox = text.slice(0, at).replace(/(?<=.)\+.*$/, '');
  return `${dotless.has(domain) ? mailbox.replaceAll('.', '') : mailbox}@${domain}`;
}

/** Mainland mobile numbers as their owners write them in Hong Kong; the same digits elsewhere are rarer than these. */
const mainlandMobile = /^1[3-9]\d{9}$/;

/**
 * E.164 where the number can be told (`+85291234567`), else its digits. Country codes are read with `+`, `00` or nothing before them, because
 * the same person writes all three.
 * @param country ISO 3166 code of where a number without a country code is at home
 */
export function normalisePhone(phone: string, country: string): string {
  const text = phone.normalize('NFKC').trim();
  const digits = text.replace(/\D/g, '');
  const international = digits.replace(/^00/, '');
  const readings: [string, CountryCode][] = [
    // Whatever stands between them: `0 0 1 604` is dialled as `001604` is.
    [digits.startsWith('00') && !text.startsWith('+') ? `+${international}` : text, country as CountryCode],
    [text.replace('(0)', ''), country as CountryCode],
    ...(mainlandMobile.test(digits) ? [[digits, 'CN'] satisfies [string, CountryCode]] : []),
    [`+${international}`, country as CountryCode],
    [text, country as CountryCode],
  ];
  for (const [reading, home] of readings) {
    const number = parsePhoneNumberFromString(reading, home);
    if (number?.isValid() === true) return number.number;
  }
  return digits;
}

export interface Contact {
  readonly kind: 'email' | 'phone';
  readonly value: string;
}

/** Of somebody on the organiser's list: both, one or none. */
export function listContacts({ email, phone }: { email?: string | undefined; phone?: string | undefined }): Contact[] {
  return [
    ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
  ];
}

export function normaliseContact({ kind, value }: Contact, country: string): string {
  return kind === 'email' ? `email ${normaliseEmail(value)}` : `phone ${normalisePhone(value, country)}`;
}

/**
 * A blind index: the same for every spelling of a contact, and for about a hundred Hong Kong mobile numbers at once, so that whoever steals
 * a kiosk and tries all numbers learns none. Two people may share one; the hub compares the contacts themselves when it opens records.
 * @param sealingKey of the event: an index of one event says nothing at another
 * @returns 20 bits
 */
export function contactIndex(
  contact: Contact,
  { sealingKey, country }: { sealingKey: string; country: string },
): number {
  const digest = createHmac('sha256', `foyer-contact-1 ${sealingKey}`)
    .update(normaliseContact(contact, country))
    .digest();
  return digest.readUInt32BE() >>> (32 - contactIndexBits);
}
