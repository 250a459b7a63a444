/** So many characters of a domain are shown, and digits of a number. */
const shown = { domain: 7, digits: 4 } as const;

/** To ask back with, not to write to: `w…n@…kust.hk`, `…45 67`; empty when there is neither. */
export function hintAtContact({ email, phone }: { email: string; phone: string }): string {
  return email === '' ? hintAtPhone(phone) : hintAtEmail(email);
}

function hintAtEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const mailbox = [...email.slice(0, at)];
  const domain = [...email.slice(at + 1)];
  const [first = ''] = mailbox;
  const last = mailbox.length > 2 ? (mailbox.at(-1) ?? '') : '';
  const end = domain.length > shown.domain ? `…${domain.slice(-shown.domain).join('')}` : domain.join('');
  return `${first}…${last}@${end}`;
}

function hintAtPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').slice(-shown.digits);
  return digits === '' ? '' : `…${digits.slice(0, 2)} ${digits.slice(2)}`.trimEnd();
}
