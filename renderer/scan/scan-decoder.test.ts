import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createScanDecoder, longestGapMilliseconds, type KeyPress, type Reading } from './scan-decoder.ts';

const symbol = fc.constantFrom(...Array.from('ABCDEFGHJKMNPQRSTVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/?=&+é陳'));
const code = fc.array(symbol, { minLength: 4, maxLength: 60 }).map((symbols) => symbols.join(''));
const quick = fc.integer({ min: 0, max: longestGapMilliseconds });
const slow = fc.integer({ min: longestGapMilliseconds + 1, max: 2000 });
const end = fc.constantFrom('Enter', 'Tab');

/** Presses keys one after the other, each so many milliseconds after the one before. */
function press(keys: readonly string[], gaps: readonly number[], change: Partial<KeyPress> = {}): Reading[] {
  const decoder = createScanDecoder();
  let at = 1000;
  return keys.map((key, index) => {
    at += gaps[index] ?? 0;
    return decoder.press({ key, at, isOther: false, ...change });
  });
}

const scans = (readings: readonly Reading[]) =>
  readings.flatMap((reading) => (reading.kind === 'scan' ? [reading.code] : []));

describe('keys in a quick burst that end in Enter or Tab', () => {
  test('are a scan, whatever is in it and at whatever pace of a scanner', () => {
    fc.assert(
      fc.property(code, end, fc.array(quick, { minLength: 61, maxLength: 61 }), (text, last, gaps) => {
        const readings = press([...text, last], gaps);
        expect(readings.at(-1)).toEqual({ kind: 'scan', code: text });
        expect(readings[0]).toEqual({ kind: 'begins' });
        expect(new Set(readings.slice(1, -1).map(({ kind }) => kind))).toEqual(new Set(['continues']));
      }),
    );
  });

  test('are one, too, with Shift pressed for each capital', () => {
    const keys = Array.from('K7QX-2M9Q').flatMap((key) => (/[A-Z]/.test(key) ? ['Shift', key] : [key]));
    expect(scans(press([...keys, 'Enter'], []))).toEqual(['K7QX-2M9Q']);
  });

  test('follow each other without losing one', () => {
    fc.assert(
      fc.property(fc.array(code, { maxLength: 6 }), (codes) => {
        expect(
          scans(
            press(
              codes.flatMap((text) => [...text, 'Enter']),
              [],
            ),
          ),
        ).toEqual(codes);
      }),
    );
  });

  test('are a scan after anything that was typed slowly before', () => {
    fc.assert(
      fc.property(code, code, fc.array(slow, { minLength: 60, maxLength: 60 }), slow, (typed, text, gaps, pause) => {
        const keys = [...typed, ...text, 'Enter'];
        expect(scans(press(keys, [...gaps.slice(0, [...typed].length), pause]))).toEqual([text]);
      }),
    );
  });
});

describe('whatever is no scan stays typing', () => {
  test('typing with a pause before every key, Enter too', () => {
    fc.assert(
      fc.property(code, end, fc.array(slow, { minLength: 61, maxLength: 61 }), (text, last, gaps) => {
        expect(scans(press([...text, last], gaps))).toEqual([]);
      }),
    );
  });

  test('one pause anywhere in fewer than four keys before the end', () => {
    fc.assert(
      fc.property(code, fc.nat(), slow, (text, place, pause) => {
        const keys = [...text, 'Enter'];
        const at = Math.max(keys.length - 4, place % keys.length);
        const gaps = keys.map((_, index) => (index === at ? pause : 5));
        expect(scans(press(keys, gaps))).toEqual([]);
      }),
    );
  });

  test('fewer than four keys', () => {
    fc.assert(
      fc.property(fc.array(symbol, { maxLength: 3 }), end, (keys, last) => {
        expect(scans(press([...keys, last], []))).toEqual([]);
      }),
    );
  });

  test('a composition, a key held down, and shortcuts', () => {
    fc.assert(
      fc.property(code, end, (text, last) => {
        const readings = press([...text, last], [], { isOther: true });
        expect(new Set(readings.map(({ kind }) => kind))).toEqual(new Set(['typing']));
      }),
    );
  });

  test.each(['Backspace', 'ArrowLeft', 'Process', 'Unidentified', 'Dead', 'F5'])('%s in the middle', (key) => {
    expect(scans(press(['1', '2', key, '3', '4', '5', 'Enter'], []))).toEqual([]);
    expect(scans(press(['1', '2', '3', '4', '5', key, 'Enter'], []))).toEqual([]);
  });

  test('more than any code has', () => {
    expect(scans(press([...'7'.repeat(1025), 'Enter'], []))).toEqual([]);
    expect(scans(press([...'7'.repeat(1024), 'Enter'], []))).toHaveLength(1);
  });

  test('what was forgotten', () => {
    const decoder = createScanDecoder();
    for (const key of '12345') decoder.press({ key, at: 0, isOther: false });
    decoder.forget();
    expect(decoder.press({ key: 'Enter', at: 1, isOther: false })).toEqual({ kind: 'typing' });
  });
});
