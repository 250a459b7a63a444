/** Tells pages that there is something new to pull. */
export interface News {
  bump(): void;
  /** Resolves when the number is another than `seen`, after 20 s in any case, and when the host ends. */
  wait(seen: number): Promise<number>;
  close(): void;
}

/** Below what proxies and browsers take for a dead connection, above what would keep the processor awake. */
const longestWait = 20_000;

export function createNews(milliseconds = longestWait): News {
  let current = 1;
  let isClosed = false;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const resolve of [...waiting]) resolve();
  };
  return {
    bump() {
      current += 1;
      wake();
    },
    async wait(seen) {
      if (seen === current && !isClosed) {
        await new Promise<void>((resolve) => {
          const finish = () => {
            clearTimeout(timer);
            waiting.delete(finish);
            resolve();
          };
          const timer = setTimeout(finish, milliseconds);
          waiting.add(finish);
        });
      }
      return current;
    },
    close() {
      isClosed = true;
      wake();
    },
  };
}
