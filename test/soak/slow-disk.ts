import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import process from 'node:process';

/**
 * Loaded before a program (`node --import`), this makes its SQLite wait before each change as many milliseconds as stand in the file
 * that FOYER_TEST_SLOW_DISK names, while that file is there: as a slow disk does, it holds up the whole process.
 */
const file = process.env['FOYER_TEST_SLOW_DISK'];
if (file !== undefined) {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const hold = () => {
    if (existsSync(file)) Atomics.wait(cell, 0, 0, Number(readFileSync(file, 'utf8')));
  };
  for (const [owner, name] of [
    [StatementSync.prototype, 'run'],
    [DatabaseSync.prototype, 'exec'],
  ] as const) {
    const method = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
    Reflect.set(owner, name, function held(this: unknown, ...given: unknown[]) {
      hold();
      return Reflect.apply(method, this, given);
    });
  }
}
