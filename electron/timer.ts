export type Timed = <Value>(work: () => Promise<Value>) => Promise<{ value: Value; milliseconds: number }>;

/** @param clock milliseconds that only go forward */
export function createTimer(clock: () => number): Timed {
  return async (work) => {
    const start = clock();
    const value = await work();
    return { value, milliseconds: Math.round((clock() - start) * 10) / 10 };
  };
}
