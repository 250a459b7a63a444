import type { Credentials } from '../../domain/staff/staff-member.ts';

/** Two digits of the number and six of the PIN, as one row of eight places. */
const places = { number: 2, pin: 6 } as const;
export const allPlaces = places.number + places.pin;

/** @returns as it was when the row is full */
export function addDigit(digits: string, digit: string): string {
  return digits.length < allPlaces && /^\d$/.test(digit) ? digits + digit : digits;
}

/** Null until all places are filled. */
export function readCredentials(digits: string): Credentials | null {
  if (digits.length !== allPlaces) return null;
  return { by: 'pin', number: digits.slice(0, places.number), pin: digits.slice(places.number) };
}

export interface Place {
  /** A digit of the number, or a dot in place of one of the PIN; empty while nothing was typed there. */
  readonly shown: string;
  readonly isPin: boolean;
}

/** The number can be read, the PIN cannot. */
export function showPlaces(digits: string): Place[] {
  return Array.from({ length: allPlaces }, (_, index) => {
    const isPin = index >= places.number;
    const digit = digits[index];
    return { isPin, shown: digit === undefined ? '' : isPin ? '•' : digit };
  });
}
