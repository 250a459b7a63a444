import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrastRatio, createTheme, surfaces, type Surface } from './theme.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const surface = fc.constantFrom(...(Object.keys(surfaces) as Surface[]));

test('the sample accent is legible as it is', () => {
  expect(createTheme('#b5471b', 'paper').accent).toBe('#b5471b');
});

test('known contrast ratios', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('any accent on any surface ends legible, with the text on it', () => {
  fc.assert(
    fc.property(colour, surface, (accent, name) => {
      const theme = createTheme(accent, name);
      expect(contrastRatio(theme.accent, surfaces[name])).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(theme.accent, theme.onAccent)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
