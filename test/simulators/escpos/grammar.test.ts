import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeCommand } from './grammar.ts';

function takeAll(stream: Uint8Array): { name: string; length: number }[] {
  const commands: { name: string; length: number }[] = [];
  let rest = stream;
  for (let command = takeCommand(rest); command !== null; command = takeCommand(rest)) {
    commands.push({ name: command.name, length: command.bytes.length });
    rest = rest.subarray(command.bytes.length);
  }
  return commands;
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('takeCommand', () => {
  it.each([
    ['ESC @', bytes('\x1b@'), 2],
    ['ESC a', bytes('\x1ba\x01'), 3],
    ['ESC $', bytes('\x1b$', [200, 1]), 4],
    ['ESC *', bytes('\x1b*', [33, 2, 0], [1, 2, 3, 4, 5, 6]), 11],
    ['ESC D', bytes('\x1bD', [8, 16, 0]), 5],
    ['GS V', bytes('\x1dV', [66, 0]), 4],
    ['GS V', bytes('\x1dV', [0]), 3],
    ['GS v 0', bytes('\x1dv0', [0, 2, 0, 1, 0], [0x10, 0x04]), 10],
    ['GS ( H', bytes('\x1d(H', [6, 0, 48, 48], 'a1b2'), 11],
    ['GS ( k', bytes('\x1d(k', [3, 0, 49, 67, 4]), 8],
    ['GS 8 L', bytes('\x1d8L', [11, 0, 0, 0], [48, 112, 48, 1, 1, 49, 8, 0, 1, 0, 255]), 18],
    ['GS k', bytes('\x1dk', [73, 4], '{B12'), 8],
    ['GS k', bytes('\x1dk', [2], '123456789012', [0]), 16],
    ['DLE EOT', bytes([0x10, 0x04, 1]), 3],
    ['DLE DC4', bytes([0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]), 10],
    ['FS C', bytes('\x1cC1'), 3],
    ['NUL', bytes([0, 0, 0]), 3],
    ['text', bytes('Hello'), 5],
    ['unknown', bytes('\x1b~'), 2],
    ['unknown', bytes([0x07]), 1],
  ])('takes %s whole', (name, stream, length) => {
    expect(takeAll(Buffer.concat([stream, bytes('\x1b@')]))).toEqual([
      { name, length },
      { name: 'ESC @', length: 2 },
    ]);
  });

  it('waits for the whole of a command', () => {
    for (const whole of [
      bytes('\x1dv0', [0, 2, 0, 2, 0], [1, 2, 3, 4]),
      bytes('\x1d(H', [6, 0], '00abcd'),
      bytes([0x10, 0x04, 1]),
    ]) {
      for (let length = 1; length < whole.length; length += 1)
        expect(takeCommand(whole.subarray(0, length))).toBeNull();
      expect(takeCommand(whole)?.bytes).toEqual(Uint8Array.from(whole));
    }
  });

  it('loses no byte of any stream', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (stream) => {
        const taken = takeAll(stream).reduce((sum, { length }) => sum + length, 0);
        expect(taken === stream.length || takeCommand(stream.subarray(taken)) === null).toBe(true);
      }),
    );
  });
});
