/** Lets each deed begin when the one before it has ended: two pieces that are written to a device at once would be mixed. */
export function createOneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return function oneAtATime<Value>(deed: () => Promise<Value>): Promise<Value> {
    const done = last.then(deed);
    last = done.catch(() => undefined);
    return done;
  };
}
