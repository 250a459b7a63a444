import { describe, expect, it } from 'vitest';
import { decodeStatus, type Signs } from './status.ts';

function hostStatus(fields: { first?: Record<number, string>; second?: Record<number, string> } = {}): Signs {
  const first = '030,0,0,1245,000,0,0,0,000,0,0,0'.split(',').map((field, at) => fields.first?.[at] ?? field);
  const second = '000,0,0,0,0,2,4,0,00000000,1,000'.split(',').map((field, at) => fields.second?.[at] ?? field);
  return { hostStatus: { kind: 'host-status', first, second } };
}

function flags(errors: number, warnings = 0): Signs {
  return { errors: { kind: 'errors', hasError: errors !== 0, errors, warnings } };
}

describe('decodeStatus', () => {
  it.each<[string, Signs, string[]]>([
    ['ready', hostStatus(), []],
    ['paper out by ~HS', hostStatus({ first: { 1: '1', 2: '1' } }), ['paper-out']],
    ['head up by ~HS', hostStatus({ second: { 2: '1' } }), ['cover-open']],
    ['ribbon out by ~HS', hostStatus({ second: { 3: '1' } }), ['faulty']],
    ['too hot by ~HS', hostStatus({ first: { 11: '1' } }), ['overheated']],
    ['lost settings by ~HS', hostStatus({ first: { 9: '1' } }), ['faulty']],
    ['paused', hostStatus({ first: { 2: '1' } }), ['offline']],
    ['media out by ~HQES', flags(0x1_0001), ['paper-out']],
    ['head open and media out', flags(0x5), ['cover-open', 'paper-out']],
    ['cutter', flags(0x8), ['cutter']],
    ['head too hot', flags(0x10), ['overheated']],
    ['motor too hot', flags(0x20), ['overheated']],
    ['paused by ~HQES', flags(0x1_0000), ['offline']],
    ['what nobody knows', flags(0x8000), ['faulty']],
    ['an error without a bit', { errors: { kind: 'errors', hasError: true, errors: 0, warnings: 0 } }, ['faulty']],
    ['both together', { ...hostStatus({ first: { 1: '1' } }), ...flags(0x8) }, ['paper-out', 'cutter']],
  ])('%s', (_name, signs, faults) => {
    expect(decodeStatus(signs).faults).toEqual(faults);
  });

  it('counts what waits, and says so where it was not told', () => {
    expect(decodeStatus(hostStatus({ first: { 4: '002' }, second: { 8: '00000003' } })).waiting).toBe(5);
    expect(decodeStatus(flags(0)).waiting).toBeNull();
  });

  it('knows a roll that ends soon, and a pause from an error', () => {
    expect(decodeStatus(flags(0, 0x8)).paperLow).toBe(true);
    expect(decodeStatus(flags(0, 0x2)).paperLow).toBe(false);
    expect(decodeStatus(flags(0x1_0000)).isOnlyPaused).toBe(true);
    expect(decodeStatus(flags(0x1_0001)).isOnlyPaused).toBe(false);
  });
});
