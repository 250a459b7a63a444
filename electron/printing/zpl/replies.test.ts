import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeReplies, type Reply } from './replies.ts';

const first = '030,0,0,1245,000,0,0,0,000,0,0,0';
const second = '000,0,0,0,0,2,4,0,00000000,1,000';
const hostStatus = `\x02${first}\x03\r\n\x02${second}\x03\r\n\x021234,0\x03\r\n`;
const errors =
  '\x02\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         1 00000000 00000005\r\n   WARNINGS:       1 00000000 00000008\r\n\x03';
const setting = '"1234"';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const expected: Reply[] = [
  { kind: 'errors', hasError: true, errors: 5, warnings: 8 },
  { kind: 'host-status', first: first.split(','), second: second.split(',') },
  { kind: 'setting', value: '1234' },
];

describe('takeReplies', () => {
  it('tells the kinds apart', () => {
    expect(takeReplies(bytesOf(errors + hostStatus + setting)).replies).toEqual(expected);
  });

  it('passes over noise, and over half a reply that another begins after', () => {
    expect(takeReplies(bytesOf(`\r\nabc\x02030,0,1${errors}~~${hostStatus}${setting}`)).replies).toEqual(expected);
  });

  it('does not wait for ever for the end of a reply', () => {
    const { rest } = takeReplies(bytesOf(`"${'x'.repeat(5_000)}`));
    expect(rest.length).toBeLessThan(1_024);
    expect(takeReplies(bytesOf(Buffer.from(rest).toString('latin1') + hostStatus)).replies).toContainEqual(expected[1]);
  });

  it('reads the same whatever the pieces in which bytes arrive', () => {
    const whole = bytesOf(errors + hostStatus + setting);
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
        expect(replies).toEqual(expected);
      }),
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(takeReplies(bytes).rest.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
