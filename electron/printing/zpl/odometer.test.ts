import { describe, expect, it } from 'vitest';
import { hasCounted, readOdometer } from './odometer.ts';

describe('readOdometer', () => {
  it.each([
    ['odometer.total_label_count', '1234', { by: 'labels', labels: 1_234 }],
    ['odometer.total_label_count', '?', null],
    ['odometer.total_print_length', '8423 INCHES, 21744 CENTIMETERS', { by: 'length', centimetres: 21_744 }],
    ['odometer.total_print_length', '?', null],
  ] as const)('%s "%s"', (setting, value, odometer) => {
    expect(readOdometer(setting, value)).toEqual(odometer);
  });
});

describe('hasCounted', () => {
  it.each([
    [10, 11, { labels: 1, inches: 4 }, true],
    [10, 10, { labels: 1, inches: 4 }, false],
    [10, 11, { labels: 2, inches: 4 }, false],
  ])('labels %i to %i', (before, after, expected, isOut) => {
    const change = { before: { by: 'labels', labels: before }, after: { by: 'labels', labels: after } } as const;
    expect(hasCounted(change, expected)).toBe(isOut);
  });

  it.each([
    [100, 110, 4, true],
    [100, 109, 4, false],
    // Shorter than a centimetre: it may have come out or not.
    [100, 101, 0.3, false],
  ])('centimetres %i to %i of %f inches', (before, after, inches, isOut) => {
    const change = {
      before: { by: 'length', centimetres: before },
      after: { by: 'length', centimetres: after },
    } as const;
    expect(hasCounted(change, { labels: 1, inches })).toBe(isOut);
  });
});
