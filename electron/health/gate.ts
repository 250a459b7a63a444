import { closedReasons, type ClosedReason, type KioskGate } from '../../domain/kiosk-gate.ts';

/** Whether this kiosk takes visitors. Each reason is opened and closed by the one who knows; one that is closed is enough. */
export interface Gate {
  read(): KioskGate;
  /** @param isClosed whether this reason keeps visitors away; saying it twice changes nothing */
  set(reason: ClosedReason, isClosed: boolean): void;
  /** Hears of every other answer of `read`. */
  onChange(listener: (gate: KioskGate) => void): void;
}

export function createGate(): Gate {
  const closed = new Set<ClosedReason>();
  const listeners: ((gate: KioskGate) => void)[] = [];
  /** The first in the order of the list, so that the screen does not alternate. */
  const read = (): KioskGate => {
    const reason = closedReasons.find((each) => closed.has(each));
    return reason === undefined ? { state: 'open' } : { state: 'closed', reason };
  };
  return {
    read,
    set(reason, isClosed) {
      const before = JSON.stringify(read());
      if (isClosed) closed.add(reason);
      else closed.delete(reason);
      const now = read();
      if (JSON.stringify(now) === before) return;
      for (const listener of listeners) listener(now);
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
