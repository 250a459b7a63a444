import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeReplies, type Reply } from './replies.ts';

const automatic = [0x14, 0x00, 0x03, 0x0f];
const processed = [0x37, 0x22, 0x31, 0x32, 0x66, 0x37, 0x00];

describe('takeReplies', () => {
  it('tells the kinds apart', () => {
    const received = Uint8Array.from([0x12, ...automatic, 0x0c, 0x37, 0x25, 0x00, ...processed, 0x16]);
    expect(takeReplies(received).replies).toEqual([
      { kind: 'real-time', byte: 0x12 },
      { kind: 'automatic', bytes: Uint8Array.from(automatic) },
      { kind: 'in-turn', byte: 0x0c },
      { kind: 'cleared' },
      { kind: 'process', id: '12f7' },
      { kind: 'real-time', byte: 0x16 },
    ]);
  });

  it('passes over other blocks, flow control and broken status', () => {
    const received = Uint8Array.from([...Buffer.from('_EPSON\0', 'latin1'), 0x11, 0x13, 0x14, 0x00, 0x12]);
    expect(takeReplies(received).replies).toEqual([
      { kind: 'in-turn', byte: 0x00 },
      { kind: 'real-time', byte: 0x12 },
    ]);
  });

  it('does not wait for ever for the end of a block', () => {
    const noise = Uint8Array.from([...Array<number>(200).fill(0x37), 0x12]);
    const { replies, rest } = takeReplies(noise);
    expect(rest.length).toBeLessThan(100);
    expect(takeReplies(Uint8Array.from([...rest, 0x00, 0x12])).replies.concat(replies)).toContainEqual({
      kind: 'real-time',
      byte: 0x12,
    });
  });

  it('reads the same whatever the pieces in which bytes arrive', () => {
    const whole = Uint8Array.from([...automatic, 0x12, ...processed, 0x03, ...automatic, 0x37, 0x25, 0x00]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(whole.length)), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const replies: Reply[] = [];
        let rest: Uint8Array = new Uint8Array();
        for (let index = 1; index < edges.length; index += 1) {
          const taken = takeReplies(Buffer.concat([rest, whole.subarray(edges[index - 1], edges[index])]));
          replies.push(...taken.replies);
          rest = taken.rest;
        }
        expect(replies.map(({ kind }) => kind)).toEqual([
          'automatic',
          'real-time',
          'process',
          'in-turn',
          'automatic',
          'cleared',
        ]);
        expect(rest).toHaveLength(0);
      }),
    );
  });
});
