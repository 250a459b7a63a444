import { z } from 'zod';
import { encode } from '../../domain/sealed-record.ts';

/** The last line of an export: what the hub answers for. */
export const auditHeadSchema = z.strictObject({
  /** Milliseconds since 1970 by the hub's clock. */
  at: z.int(),
  entries: z.int().min(0),
  epoch: z.uuid(),
  /** Hash of the last entry. */
  head: z.string().length(64),
  /** Ed25519, base64url. */
  hubKey: z.string().length(43),
  /** Ed25519 of the hub over `headBytes`, base64url. */
  signature: z.string(),
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

export function headBytes({ at, entries, epoch, head }: Omit<AuditHead, 'signature' | 'hubKey'>) {
  return encode(['foyer-audit-head-1', epoch, entries, head, at]);
}

/** Canonical JSON, as the entries' lines are. */
export function writeHeadLine({ at, entries, epoch, head, hubKey, signature }: AuditHead): string {
  return JSON.stringify({ at, entries, epoch, head, hubKey, signature });
}
