import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeReplies } from './replies.ts';
import { decodeStatus, type QlStatus } from './status.ts';

/** A status of a QL-820NWB with 62 mm on its roll, all well. */
function statusBytes(change: Record<number, number> = {}): Uint8Array {
  const bytes = new Uint8Array(32);
  bytes.set([0x80, 0x20, 0x42, 0x34, 0x41, 0x30]);
  bytes.set([62, 0x0a], 10);
  for (const [at, byte] of Object.entries(change)) bytes[Number(at)] = byte;
  return bytes;
}

describe('decodeStatus', () => {
  it.each<[string, Record<number, number>, string[]]>([
    ['ready', {}, []],
    ['no media', { 8: 0x01 }, ['paper-out']],
    ['end of media', { 8: 0x02 }, ['paper-out']],
    ['cutter jam', { 8: 0x04 }, ['cutter']],
    ['in use', { 8: 0x10 }, ['offline']],
    ['fan', { 8: 0x80 }, ['faulty']],
    ['another roll', { 9: 0x01 }, ['paper-out']],
    ['communication', { 9: 0x04 }, ['faulty']],
    ['cover open', { 9: 0x10, 10: 0, 11: 0 }, ['cover-open']],
    ['cannot be fed', { 9: 0x40 }, ['paper-out']],
    ['system', { 9: 0x80 }, ['faulty']],
    ['no roll at all', { 10: 0, 11: 0 }, ['paper-out']],
    ['cooling begun', { 18: 5, 22: 3 }, ['overheated']],
    ['cooling ended', { 18: 5, 22: 4 }, []],
    ['turned off', { 18: 4 }, ['offline']],
    ['several', { 8: 0x04, 9: 0x10 }, ['cover-open', 'cutter']],
  ])('%s', (_name, change, faults) => {
    expect(decodeStatus(statusBytes(change))?.faults).toEqual(faults);
  });

  it('knows kind, phase, model and roll', () => {
    expect(decodeStatus(statusBytes({ 17: 100, 18: 6, 19: 1 }))).toMatchObject({
      kind: 'phase',
      isPrinting: true,
      modelCode: 0x41,
      tape: { widthMillimetres: 62, lengthMillimetres: 100 },
    });
    expect(decodeStatus(statusBytes({ 18: 1 }))?.kind).toBe('completed');
  });

  it('is null for what is no status', () => {
    expect(decodeStatus(statusBytes({ 18: 9 }))).toBeNull();
    expect(decodeStatus(statusBytes().subarray(1))).toBeNull();
  });
});

describe('takeReplies', () => {
  it('reads the same whatever the pieces in which bytes arrive, and passes over noise', () => {
    const noise = [0x11, 0x80, 0x80, 0x00];
    const whole = Uint8Array.from([
      ...noise,
      ...statusBytes(),
      ...statusBytes({ 18: 6 }),
      ...noise,
      ...statusBytes({ 18: 1 }),
    ]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(whole.length)), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const replies: QlStatus[] = [];
        let rest: Uint8Array = new Uint8Array();
        for (let index = 1; index < edges.length; index += 1) {
          const taken = takeReplies(Buffer.concat([rest, whole.subarray(edges[index - 1], edges[index])]));
          replies.push(...taken.replies);
          rest = taken.rest;
        }
        expect(replies.map(({ kind }) => kind)).toEqual(['reply', 'phase', 'completed']);
        expect(rest).toHaveLength(0);
      }),
    );
  });
});
