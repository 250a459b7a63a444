/** Whoever wants to hear what comes in. */
export function createListeners() {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  const early: Uint8Array[] = [];
  return {
    hear: (bytes: Uint8Array): void => {
      if (listeners.size === 0) early.push(bytes);
      for (const listener of [...listeners]) listener(bytes);
    },
    add: (listener: (bytes: Uint8Array) => void): (() => void) => {
      listeners.add(listener);
      for (const bytes of early.splice(0)) listener(bytes);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
