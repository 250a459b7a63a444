import { z } from 'zod';
import { encode } from '../../domain/sealed-record.ts';

/** base64url written in the one way: its last symbol has bits to spare, which could be changed without anybody noticing. */
function bytesText(length: number) {
  return z.string().refine((text) => {
    const bytes = Buffer.from(text, 'base64url');
    return bytes.length === length && bytes.toString('base64url') === text;
  });
}

/** The last line of an export: what the hub answers for. */
export const auditHeadSchema = z.strictObject({
  /** Milliseconds since 1970 by the hub's clock. */
  at: z.int(),
  entries: z.int().min(0),
  epoch: z.uuid(),
  /** Hash of the last entry. */
  head: z.string().length(64),
  /** Ed25519, base64url. */
  hubKey: bytesText(32),
  /** Ed25519 of the hub over `headBytes`, base64url. */
  signature: bytesText(64),
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

export function headBytes({ at, entries, epoch, head }: Omit<AuditHead, 'signature' | 'hubKey'>) {
  return encode(['foyer-audit-head-1', epoch, entries, head, at]);
}

/** Canonical JSON, as the entries' lines are. */
export function writeHeadLine({ at, entries, epoch, head, hubKey, signature }: AuditHead): string {
  return JSON.stringify({ at, entries, epoch, head, hubKey, signature });
}
