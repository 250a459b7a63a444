/** What is remembered by id until it is the oldest of more than so many: a kiosk that runs for weeks holds no more on the last day. */
export interface Recent<Value> {
  get(id: string): Value | undefined;
  has(id: string): boolean;
  set(id: string, value: Value): void;
}

/** @param most how many are remembered */
export function createRecent<Value>(most: number): Recent<Value> {
  const values = new Map<string, Value>();
  return {
    get: (id) => values.get(id),
    has: (id) => values.has(id),
    set(id, value) {
      values.set(id, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
  };
}
