import { createHash } from 'node:crypto';

/** What the database keeps of a one-time code, so that a copy of it enrols nobody. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(`foyer-enrolment-1 ${secret}`).digest('base64url');
}
