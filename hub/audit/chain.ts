import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../domain/protocol/staff-calls.ts';

/** What stands before the first entry. */
export const startOfChain = '0'.repeat(64);

/**
 * The bytes that an entry's hash is of: the canonical JSON (RFC 8785: keys in order, no white space) of all its fields but the hash, as
 * UTF-8. `previous` is among them, so each hash stands for everything before it.
 */
export function canonicalEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { action, at, kiosk, number, previous, role, staff, subjects } = entry;
  return JSON.stringify({ action, at, kiosk, number, previous, role, staff, subjects });
}

/** SHA-256, hexadecimal. */
export function hashEntry(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalEntry(entry), 'utf8').digest('hex');
}

/** An entry as a line of the export: canonical JSON of all its fields. */
export function writeEntryLine(entry: AuditEntry): string {
  const { action, at, hash, kiosk, number, previous, role, staff, subjects } = entry;
  return JSON.stringify({ action, at, hash, kiosk, number, previous, role, staff, subjects });
}
