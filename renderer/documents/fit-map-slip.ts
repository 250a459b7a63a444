import { assert } from '../../domain/assert.ts';
import { fitText } from './fit-text.ts';
import { lineHeightOf } from './line-height.ts';
import type { Measures } from './measures.ts';

export function fitMapSlip(slip: HTMLElement, { unit }: Measures): void {
  const dots = (units: number) => Math.round(units * unit);
  const title = slip.querySelector<HTMLElement>('.map-slip-title');
  assert(title !== null, 'the slip has a title');
  const lines = { maximumLines: 2, maximumHeight: Infinity };
  const settings = [
    { name: 'words', minimum: dots(36), maximum: dots(50), ...lines, maximumLines: 1 },
    { name: 'words', minimum: dots(36), maximum: dots(44), ...lines },
    { name: 'anywhere', minimum: dots(32), maximum: dots(36), ...lines },
  ];
  fitText(title, settings, lineHeightOf(title.textContent));
}
