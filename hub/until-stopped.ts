import process from 'node:process';

/**
 * Until somebody asks the process to end.
 * @param endsWithParent also when the process that started this one is gone: an orphan has another parent
 */
export function untilStopped({ endsWithParent }: { endsWithParent: boolean }): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      resolve();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    if (!endsWithParent) return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) stop();
    }, 500).unref();
  });
}
