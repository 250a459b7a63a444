import { z } from 'zod';
import { slugSchema } from '../event.ts';
import { encode } from '../sealed-record.ts';

/** The hub's order to erase one visitor's records wherever they lie, because the visitor has withdrawn consent. It names no one. */
export const eraseOrderSchema = z.object({
  id: z.uuid(),
  event: slugSchema,
  /** Ids of sealed records; kiosks that have none of them do nothing. */
  records: z.array(z.uuidv7()).min(1).max(200),
  /** Ed25519 of the hub over `eraseOrderBytes`, base64url. */
  signature: z.string(),
});
export type EraseOrder = z.infer<typeof eraseOrderSchema>;

export function eraseOrderBytes({ id, event, records }: Omit<EraseOrder, 'signature'>): Uint8Array<ArrayBuffer> {
  return encode(['foyer-erase-order-1', id, event, ...records]);
}
