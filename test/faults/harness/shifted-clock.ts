import { readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Loaded before a program (`node --import`), this shifts its wall clock by as many milliseconds as stand in the file that
 * FOYER_TEST_CLOCK names, read again at each look at the clock, so that a test turns the clock while the program runs. Clocks that
 * only go forward (`performance.now`, timers) stay as they are, as when a person or a time server sets the clock.
 */
const file = process.env['FOYER_TEST_CLOCK'];
if (file !== undefined) {
  const RealDate = Date;
  const now = () => RealDate.now() + Number(readFileSync(file, 'utf8'));
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown)),
  });
}
