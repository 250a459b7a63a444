import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';

/** A burst of batches is looked at once. Milliseconds. */
const pause = 1000;

/** Soon after records came, kiosks are ordered to empty what among them was an erased visitor's. */
export function createLateOrders(parts: {
  readonly store: Store;
  readonly sign: (bytes: Uint8Array) => string;
  readonly logger: Logger;
}) {
  const { store, sign, logger } = parts;
  let timer: NodeJS.Timeout | undefined;
  return {
    ring() {
      timer ??= setTimeout(() => {
        timer = undefined;
        void store.erasure.orderLate({ createId: () => randomUUID(), sign }).then(({ ok }) => {
          if (!ok) logger.warn('late records of erased visitors could not be looked for');
        });
      }, pause);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
