import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { purgeOrderBytes, type PurgeOrder } from '../../domain/protocol/feed.ts';
import type { OwnJournal } from '../journal/own-journal.ts';
import { isSignedByHub } from './verify-order.ts';

export interface PurgeParts {
  readonly own: OwnJournal;
  readonly listOrders: () => readonly PurgeOrder[];
  /** Ed25519 of the hub, 32 bytes, base64url. */
  readonly hubKey: string;
  readonly logger: Logger;
}

/** Empties what the hub's signed orders say, each once, and leaves a receipt. Safe to call again at any time. */
export function createPurger({ own, listOrders, hubKey, logger }: PurgeParts) {
  let isLogClear = true;

  function follow({ id: order, event, purpose }: PurgeOrder): void {
    const known = own.journal.purge.hasReceipt({ event, order });
    if (!known.ok || known.value) return;
    const due = own.journal.purge.listDue({ event, purpose });
    if (!due.ok) return;
    const receipt = { kind: 'purge', id: v7(), order, purpose, purged: due.value.length } as const;
    const kept = own.appendPurge({ emptied: due.value, receipt });
    isLogClear = false;
    logger.info({ order, purpose, purged: due.value.length, kept: kept.ok }, 'purge');
  }

  return async function followOrders(): Promise<void> {
    for (const order of listOrders()) {
      if (
        order.event === own.owner.event &&
        isSignedByHub({ bytes: purgeOrderBytes(order), signature: order.signature, hubKey })
      )
        await own.turn(() => {
          follow(order);
        });
    }
    if (isLogClear) return;
    const cleared = own.journal.purge.clearLog();
    isLogClear = cleared.ok && cleared.value;
  };
}
