import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unpack } from '../../../test/simulators/brother-ql/mechanism.ts';
import { packBits } from './pack-bits.ts';

/** Runs and stretches, as rows of a picture have them. */
const rows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 200 }))), {
    maxLength: 60,
  })
  .map((runs) => Uint8Array.from(runs.flatMap(([byte, count]) => Array<number>(count).fill(byte))));

it('gives back what was packed, and never grows by more than one byte in 128', () => {
  fc.assert(
    fc.property(rows, (bytes) => {
      const packed = packBits(bytes);
      expect(unpack(packed)).toEqual(bytes);
      expect(packed.length).toBeLessThanOrEqual(bytes.length + Math.ceil(bytes.length / 128));
    }),
  );
});

it('packs the example of TIFF 6.0 as Apple did', () => {
  const bytes = [
    0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0xaa, 0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0x22, 0xaa, 0xaa, 0xaa, 0xaa,
  ];
  const packed = [0xfe, 0xaa, 0x02, 0x80, 0x00, 0x2a, 0xfd, 0xaa, 0x03, 0x80, 0x00, 0x2a, 0x22, 0xfd, 0xaa];
  expect([...packBits(Uint8Array.from([...bytes, ...Array<number>(6).fill(0xaa)]))]).toEqual([
    ...packed.slice(0, -2),
    0xf7,
    0xaa,
  ]);
});
