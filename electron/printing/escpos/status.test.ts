import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAutomaticStatus, decodeRealTimeStatus } from './status.ts';

const fine = { printer: 0x12, offline: 0x12, error: 0x12, paper: 0x12 };

describe('decodeRealTimeStatus', () => {
  it.each([
    ['ready', {}, [], false],
    ['paper near its end', { paper: 0x1e }, [], true],
    ['offline for no cause it names', { printer: 0x1a }, ['offline'], false],
    ['cover open', { printer: 0x1a, offline: 0x16 }, ['cover-open'], false],
    ['stopped by paper end', { printer: 0x1a, offline: 0x32, paper: 0x7e }, ['paper-out'], true],
    ['paper end seen by the sensor alone', { paper: 0x72 }, ['paper-out'], false],
    ['cutter error', { printer: 0x1a, offline: 0x52, error: 0x1a }, ['cutter'], false],
    ['unrecoverable error', { printer: 0x1a, offline: 0x52, error: 0x32 }, ['faulty'], false],
    ['recoverable error', { printer: 0x1a, offline: 0x52, error: 0x16 }, ['faulty'], false],
    ['hot head', { printer: 0x1a, offline: 0x52, error: 0x52 }, ['overheated'], false],
    ['an error without a cause', { printer: 0x1a, offline: 0x52 }, ['faulty'], false],
    [
      'several, in the order in which a person acts',
      { offline: 0x36, error: 0x1a },
      ['cover-open', 'paper-out', 'cutter'],
      false,
    ],
  ])('%s', (_name, change, faults, paperLow) => {
    expect(decodeRealTimeStatus({ ...fine, ...change })).toEqual({ faults, paperLow });
  });

  it('reads the drawer and the feed button as no fault', () => {
    expect(decodeRealTimeStatus({ ...fine, printer: 0x12 | 0x04 | 0x40, offline: 0x12 | 0x08 }).faults).toEqual([]);
  });
});

describe('decodeAutomaticStatus', () => {
  it.each([
    ['ready', [0x14, 0, 0, 0x0f], [], false],
    ['offline for no cause it names', [0x18, 0, 0, 0x0f], ['offline'], false],
    ['cover open', [0x38, 0, 0, 0x0f], ['cover-open'], false],
    ['paper end', [0x18, 0, 0x0f, 0x0f], ['paper-out'], true],
    ['cutter error', [0x18, 0x08, 0, 0x0f], ['cutter'], false],
    ['recoverable error', [0x18, 0x04, 0, 0x0f], ['faulty'], false],
    ['unrecoverable error', [0x18, 0x20, 0, 0x0f], ['faulty'], false],
    ['hot head', [0x18, 0x40, 0, 0x0f], ['overheated'], false],
  ])('%s', (_name, bytes, faults, paperLow) => {
    expect(decodeAutomaticStatus(Uint8Array.from(bytes))).toEqual({ faults, paperLow });
  });

  it('never says offline beside a cause', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
        const { faults } = decodeAutomaticStatus(bytes);
        expect(faults.length > 1 && faults.includes('offline')).toBe(false);
      }),
    );
  });
});
