import { expect, test } from 'vitest';
import { standardMedia } from '../../domain/print-job.ts';
import { measuresOf } from './measures.ts';

test.each(Object.entries(standardMedia))('%s gets whole dots that fit its width', (_, media) => {
  const { width, module, margin, hairline, caption, text } = measuresOf(media);
  for (const size of [module, margin, hairline, caption, text]) expect(size).toBe(Math.round(size));
  expect(margin).toBeGreaterThanOrEqual(4 * module);
  expect(21 * module).toBeLessThan((width - 2 * margin) / 2);
  expect(text).toBeGreaterThan(caption);
});

test('the smallest type keeps its physical size on narrow paper', () => {
  const millimetres = ({ caption }: { caption: number }, dotsPerInch: number) => (caption / dotsPerInch) * 25.4;
  expect(millimetres(measuresOf(standardMedia['48mm']), 203)).toBeGreaterThan(2.5);
  expect(millimetres(measuresOf(standardMedia['104mm']), 300)).toBeGreaterThan(2.5);
});

test('a module of the QR code is at least 0.8 mm', () => {
  for (const media of Object.values(standardMedia)) {
    expect((measuresOf(media).module / media.dotsPerInch) * 25.4).toBeGreaterThan(0.8);
  }
});
