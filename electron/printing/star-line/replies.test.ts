import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeReplies, type Reply } from './replies.ts';
import { decodeStatus } from './status.ts';

const ready = [0x23, 0x06, 0, 0, 0, 0, 0, 0, 0];
const doneAt = (counter: number) => ready.with(7, ((counter & 7) << 1) | ((counter & 0x18) << 2));

function hear(...pieces: (readonly number[])[]): Reply[] {
  let rest: Uint8Array = new Uint8Array();
  const heard: Reply[] = [];
  for (const piece of pieces) {
    const taken = takeReplies(Uint8Array.from([...rest, ...piece]));
    rest = taken.rest;
    heard.push(...taken.replies);
  }
  return heard;
}

describe('takeReplies', () => {
  it('tells apart what a printer says, in whatever pieces it comes', () => {
    const stream = [
      ...ready,
      0x11,
      0x13,
      0x1b,
      0x1d,
      3,
      1,
      0x39,
      0x30,
      7,
      0,
      ...doneAt(31),
      0x1b,
      0x1d,
      3,
      0,
      1,
      0,
      7,
      0,
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
        const ends = [...cuts.sort((one, other) => one - other), stream.length];
        const pieces = ends.map((end, index) => stream.slice(ends[index - 1] ?? 0, end));
        expect(hear(...pieces)).toEqual([
          { kind: 'status', bytes: Uint8Array.from(ready) },
          { kind: 'end', document: 12_345 },
          { kind: 'status', bytes: Uint8Array.from(doneAt(31)) },
          { kind: 'turn', document: 1 },
        ]);
      }),
    );
  });

  it.each([
    ['seven bytes', [0x0f, 0x06, 0, 0, 0, 0, 0]],
    ['eight bytes', [0x21, 0x06, 0, 0, 0, 0, 0, 0]],
  ])('knows a status of %s, as older models send', (_name, bytes) => {
    expect(hear([...bytes, ...ready]).map((reply) => reply.kind)).toEqual(['status', 'status']);
  });

  it('is not thrown off by noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (noise) => {
        // Sixteen bytes that are no reply end whatever the noise began.
        const heard = hear([...noise, ...new Array<number>(16).fill(0x10), ...ready]);
        expect(heard.at(-1)).toEqual({ kind: 'status', bytes: Uint8Array.from(ready) });
      }),
    );
  });
});

describe('decodeStatus', () => {
  it.each<[string, number, number, string[]]>([
    ['cover', 2, 0x28, ['cover-open']],
    ['a raised head', 4, 0x02, ['cover-open']],
    ['no paper', 5, 0x0c, ['paper-out']],
    ['cutter', 3, 0x08, ['cutter']],
    ['a hot head', 3, 0x40, ['overheated']],
    ['a broken printer', 3, 0x20, ['faulty']],
    ['a mechanical error', 3, 0x04, ['faulty']],
    ['a paper jam', 4, 0x04, ['faulty']],
    ['the offline switch', 2, 0x48, ['offline']],
    ['nothing', 2, 0x02, []],
  ])('reads %s', (_name, at, byte, faults) => {
    expect(decodeStatus(Uint8Array.from(ready.with(at, byte))).faults).toEqual(faults);
  });

  it('names offline only when nothing else explains it', () => {
    expect(decodeStatus(Uint8Array.from(ready.with(2, 0x08).with(5, 0x08))).faults).toEqual(['paper-out']);
  });

  it('reads low paper from either sensor', () => {
    expect([0x02, 0x04, 0].map((byte) => decodeStatus(Uint8Array.from(ready.with(5, byte))).paperLow)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('reads the counter of ETB', () => {
    for (let counter = 0; counter < 32; counter += 1)
      expect(decodeStatus(Uint8Array.from(doneAt(counter))).etbCounter).toBe(counter);
    expect(decodeStatus(Uint8Array.from(ready.slice(0, 7))).etbCounter).toBe(null);
  });
});
