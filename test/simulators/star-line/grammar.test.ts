import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, takeCommand } from './grammar.ts';

function readAll(stream: readonly number[], isRaster = true): [string, number][] {
  const found: [string, number][] = [];
  let rest: Uint8Array = Uint8Array.from(stream);
  for (let taken = takeCommand(rest, isRaster); taken !== null; taken = takeCommand(rest, isRaster)) {
    found.push([taken.name, taken.bytes.length]);
    rest = rest.subarray(taken.bytes.length);
  }
  return found;
}

const raster = (text: string) => [...Buffer.from(`\u001b*r${text}`, 'latin1')];

describe('takeCommand', () => {
  it.each<[string, readonly number[], [string, number][]]>([
    [
      'rows',
      [0x62, 2, 0, 1, 2, 0x6b, 1, 0, 9],
      [
        ['b', 5],
        ['k', 4],
      ],
    ],
    ['a number up to NUL', raster('E13\0'), [['ESC * r E', 7]]],
    ['a margin', raster('ml9\0'), [['ESC * r ml', 7]]],
    ['what has no number', raster('A'), [['ESC * r A', 4]]],
    ['digits that are none', raster('Px\0'), [['unknown', 6]]],
    [
      'document and end',
      [0x1b, 0x1d, 3, 1, 2, 3, 0x17],
      [
        ['ESC GS ETX', 6],
        ['ETB', 1],
      ],
    ],
    [
      'padding',
      [0, 0, 0, 0x1b, 0x06, 0x18],
      [
        ['NUL', 3],
        ['ESC ACK CAN', 3],
      ],
    ],
    [
      'what no printer knows',
      [0x1b, 0x7f, 0x99],
      [
        ['unknown', 2],
        ['unknown', 1],
      ],
    ],
  ])('knows %s', (_name, stream, commands) => {
    expect(readAll(stream)).toEqual(commands);
  });

  it('takes rows for text outside of raster mode', () => {
    expect(readAll([0x62, 1, 0, 1], false)[0]).toEqual(['unknown', 1]);
  });

  it('reads the number', () => {
    expect(numberOf({ bytes: Uint8Array.from(raster('Y1200\0')) })).toBe(1_200);
  });

  it('waits for the rest of whatever comes, and loses no byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (stream, isRaster) => {
        const lengths = readAll([...stream], isRaster).map(([, length]) => length);
        expect(lengths.every((length) => length > 0)).toBe(true);
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(stream.length);
      }),
    );
  });
});
