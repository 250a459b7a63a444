import type { Credentials } from '../../../domain/staff/staff-member.ts';

const numberDigits = 2;
const allDigits = 8;

/**
 * What stands in the field of the sign-in page: number and PIN in a row, with whatever somebody puts between them. Full-width digits, as some
 * input methods write them, count too.
 * @returns the digits, eight at most, and the credentials once there are eight
 */
export function readNumberAndPin(text: string): { digits: string; credentials: Credentials | null } {
  const digits = text.normalize('NFKC').replace(/\D/g, '').slice(0, allDigits);
  if (digits.length < allDigits) return { digits, credentials: null };
  return { digits, credentials: { by: 'pin', number: digits.slice(0, numberDigits), pin: digits.slice(numberDigits) } };
}
