import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { SeatRecord } from '../../domain/kiosk-record.ts';
import { eraseOrderBytes, type EraseOrder } from '../../domain/protocol/erase-order.ts';
import type { OwnJournal } from '../journal/own-journal.ts';
import { isSignedByHub } from './verify-order.ts';

export interface EraserParts {
  readonly own: OwnJournal;
  readonly listOrders: () => readonly EraseOrder[];
  /** Ed25519 of the hub, 32 bytes, base64url. */
  readonly hubKey: string;
  readonly logger: Logger;
  /** Something was emptied, or a seat is free again. */
  readonly onErased: () => void;
}

/**
 * Empties what the hub's signed orders name, because a visitor has withdrawn consent, and gives back the seats of those claim codes. No
 * receipt is needed: what is empty already is not found again, so an order may be followed any number of times.
 */
export function createEraser({ own, listOrders, hubKey, logger, onErased }: EraserParts) {
  const { journal } = own;
  let isLogClear = true;

  function listSeats({ event, records }: EraseOrder, claimCodes: readonly string[]): SeatRecord[] {
    const named = records.flatMap((id) => {
      const found = journal.find(id);
      return found.ok && found.value?.kind === 'seat' ? found.value.claimCode : [];
    });
    // Named seats are cancelled one by one; of a visitor who registered here all are, also those that the hub has not heard of.
    const standing = [...new Set([...named, ...claimCodes])].flatMap((claimCode) => {
      const seats = journal.seats.listOf({ event, claimCode });
      return seats.ok ? seats.value : [];
    });
    return standing.filter(({ id, claimCode }) => records.includes(id) || claimCodes.includes(claimCode));
  }

  function follow(order: EraseOrder): boolean {
    const { id, event, records } = order;
    const found = journal.purge.listVisitors({ event, records });
    if (!found.ok) return false;
    const seats = listSeats(order, [...new Set(found.value.map(({ claimCode }) => claimCode))]);
    if (found.value.length + seats.length === 0) return false;
    // First, because the claim codes are known only as long as the records are.
    for (const { id: cancels, claimCode, session, lease } of seats)
      own.appendSeat({ kind: 'seat', id: v7(), claimCode, session, action: 'cancel', lease, cancels });
    const kept = own.appendErasure({ emptied: found.value, order: id });
    isLogClear = false;
    logger.info({ order: id, records: found.value.length, seats: seats.length, kept: kept.ok }, 'erased');
    return kept.ok;
  }

  return async function followOrders(): Promise<void> {
    const followed: boolean[] = [];
    for (const order of listOrders()) {
      const { signature, event } = order;
      if (event !== own.owner.event || !isSignedByHub({ bytes: eraseOrderBytes(order), signature, hubKey })) continue;
      followed.push(await own.turn(() => follow(order)));
    }
    if (followed.includes(true)) onErased();
    if (isLogClear) return;
    const cleared = journal.purge.clearLog();
    isLogClear = cleared.ok && cleared.value;
  };
}
