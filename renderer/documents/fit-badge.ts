import { assert } from '../../domain/assert.ts';
import { fitText } from './fit-text.ts';
import { lineHeightOf } from './line-height.ts';
import type { Measures } from './measures.ts';

/** Sets the names, the claim code and the stripe of a badge as large as they fit. */
export function fitBadge(badge: HTMLElement, measures: Measures): void {
  const dots: Dots = (units) => Math.round(units * measures.unit);
  const first = find(badge, '[data-line="first"]');
  const size = fitName(first, { smallest: dots(44), comfortable: dots(72), largest: dots(156), height: dots(330) });
  const second = badge.querySelector<HTMLElement>('[data-line="second"]');
  if (second !== null) fitSecondName(second, Math.min(dots(64), Math.round(size * 0.8)), dots);
  fitCode(find(badge, '.badge-code-words'), dots);
  fitStripe(find(badge, '.badge-stripe-words'), dots);
}

/** Units as whole dots. */
type Dots = (units: number) => number;

interface NameSizes {
  readonly smallest: number;
  /** Below it a name is rather condensed, and then broken inside words, than set smaller. */
  readonly comfortable: number;
  readonly largest: number;
  readonly height: number;
}

function fitName(element: HTMLElement, { smallest, comfortable, largest, height }: NameSizes): number {
  const whole = { minimum: comfortable, maximum: largest, maximumLines: 3, maximumHeight: height };
  const settings = [
    { name: 'words', ...whole },
    { name: 'condensed', ...whole },
    { name: 'smaller', ...whole, minimum: smallest, maximum: comfortable },
    { name: 'anywhere', ...whole, minimum: smallest, maximum: comfortable, maximumLines: 4 },
  ];
  return fitText(element, settings, lineHeightOf(element.textContent));
}

/** One line if it can be: it is read after the first and closer. */
function fitSecondName(element: HTMLElement, largest: number, dots: Dots): void {
  const line = { maximum: largest, minimum: Math.min(dots(36), largest), maximumLines: 1, maximumHeight: Infinity };
  const broken = {
    ...line,
    minimum: Math.min(dots(32), largest),
    maximum: Math.min(dots(48), largest),
    maximumLines: 3,
  };
  const settings = [
    { name: 'words', ...line },
    { name: 'condensed', ...line },
    { name: 'smaller', ...broken },
    { name: 'anywhere', ...broken },
  ];
  fitText(element, settings, lineHeightOf(element.textContent));
}

function fitCode(code: HTMLElement, dots: Dots): void {
  const unlimited = { maximumLines: Infinity, maximumHeight: Infinity };
  const settings = [
    { name: 'row', minimum: dots(38), maximum: dots(50), ...unlimited },
    { name: 'stack', minimum: dots(20), maximum: dots(50), ...unlimited },
  ];
  fitText(code, settings, 1.08);
}

function fitStripe(stripe: HTMLElement, dots: Dots): void {
  const unlimited = { maximumLines: Infinity, maximumHeight: Infinity };
  const settings = [
    { name: 'row', minimum: dots(40), maximum: dots(56), ...unlimited },
    { name: 'stack', minimum: dots(34), maximum: dots(48), ...unlimited },
    { name: 'wrap', minimum: dots(34), maximum: dots(40), ...unlimited },
  ];
  fitText(stripe, settings, 1.2);
}

function find(badge: HTMLElement, selector: string): HTMLElement {
  const element = badge.querySelector<HTMLElement>(selector);
  assert(element !== null, `the badge has ${selector}`);
  return element;
}
