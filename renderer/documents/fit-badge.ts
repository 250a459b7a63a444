import { assert } from '../../domain/assert.ts';
import { fitText, type Setting } from './fit-text.ts';
import { lineHeightOf } from './line-height.ts';
import type { Measures } from './measures.ts';

interface FitBadgeOptions {
  readonly badge: HTMLElement;
  readonly measures: Measures;
  /** Dots of a sheet or label; null on a roll, which is as long as the badge needs. */
  readonly height: number | null;
}

/**
 * Sets the names, the claim code and the stripe of a badge as large as they fit; on a sheet the name last, in what the rest leaves. Whether
 * all of it has room is then in `data-holds`.
 */
export function fitBadge({ badge, measures, height }: FitBadgeOptions): void {
  const dots: Dots = (units) => Math.round(units * measures.unit);
  const first = find(badge, '[data-line="first"]');
  const second = badge.querySelector<HTMLElement>('[data-line="second"]');
  fitCode(find(badge, '.badge-code-words'), dots);
  const stripe = badge.querySelector<HTMLElement>('.badge-stripe-words');
  if (stripe !== null) fitStripe(stripe, dots);
  const sizes = nameSizes(first, dots);
  const fitNames = (into: NameSizes) => {
    const size = fitName(first, into);
    if (second !== null) fitSecondName(second, Math.min(dots(64), Math.round(size * 0.8)), dots);
    return size;
  };
  let size = fitNames(sizes);
  if (height === null) {
    badge.dataset['holds'] = size >= sizes.smallest ? 'yes' : 'no';
    return;
  }
  // As high as it would be on a roll, to see what room there is.
  badge.style.height = 'auto';
  // Again, because another size of the first name gives the second another.
  for (let round = 0; round < 2 || (round < 6 && badge.offsetHeight > height); round += 1) {
    const room = height - (badge.offsetHeight - first.offsetHeight);
    size = fitNames({ ...sizes, largest: dots(234), height: Math.max(room, sizes.tiny) });
  }
  badge.dataset['holds'] = size >= sizes.smallest && badge.offsetHeight <= height ? 'yes' : 'no';
  badge.style.height = `${String(height)}px`;
}

/** Units as whole dots. */
type Dots = (units: number) => number;

interface NameSizes {
  readonly smallest: number;
  /** Below it a name is rather condensed, and then broken inside words, than set smaller. */
  readonly comfortable: number;
  readonly largest: number;
  readonly height: number;
  /** The last resort on a sheet that has no more room; nobody reads it across a table. */
  readonly tiny: number;
}

const tiny = 18;

function nameSizes(element: HTMLElement, dots: Dots): NameSizes {
  const factor = factorOf(element);
  return {
    smallest: dots(44 * Math.min(factor, 1)),
    comfortable: dots(72 * factor),
    largest: dots(156 * factor),
    height: dots(330 * factor),
    tiny: dots(tiny),
  };
}

function fitName(element: HTMLElement, sizes: NameSizes): number {
  const { smallest, comfortable, largest, height: maximumHeight } = sizes;
  const whole = { minimum: comfortable, maximum: largest, maximumLines: 3, maximumHeight };
  const settings: Setting[] = [
    { name: 'words', ...whole },
    { name: 'condensed', ...whole },
    { name: 'smaller', ...whole, minimum: smallest, maximum: comfortable },
    { name: 'anywhere', ...whole, minimum: smallest, maximum: comfortable, maximumLines: 4 },
  ];
  // On a roll a name that is longer takes more paper at the smallest size.
  if (isOnSheet(element)) {
    settings.push({ ...whole, name: 'anywhere', minimum: sizes.tiny, maximum: smallest, maximumLines: 8 });
  }
  return fitText(element, settings, lineHeightOf(element.textContent));
}

function isOnSheet(element: HTMLElement): boolean {
  return element.closest('[data-page]') !== null;
}

/** One line if it can be: it is read after the first and closer. */
function fitSecondName(element: HTMLElement, usual: number, dots: Dots): void {
  const factor = factorOf(element);
  const largest = Math.round(usual * factor);
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
  const factor = factorOf(code);
  const unlimited = { maximumLines: Infinity, maximumHeight: Infinity };
  const settings = [
    { name: 'row', minimum: dots(38 * Math.min(factor, 1)), maximum: dots(50 * factor), ...unlimited },
    { name: 'stack', minimum: dots(20), maximum: dots(50 * factor), ...unlimited },
  ];
  fitText(code, settings, 1.08);
}

function fitStripe(stripe: HTMLElement, dots: Dots): void {
  const factor = factorOf(stripe);
  const unlimited = { maximumLines: Infinity, maximumHeight: Infinity };
  const settings = [
    { name: 'row', minimum: dots(40 * factor), maximum: dots(56 * factor), ...unlimited },
    { name: 'stack', minimum: dots(34 * Math.min(factor, 1)), maximum: dots(48 * factor), ...unlimited },
    { name: 'wrap', minimum: dots(34 * Math.min(factor, 1)), maximum: dots(40 * factor), ...unlimited },
  ];
  fitText(stripe, settings, 1.2);
}

/** What the layout's size of the field multiplies its type with. */
function factorOf(element: HTMLElement): number {
  return Number(element.dataset['factor'] ?? '1');
}

function find(badge: HTMLElement, selector: string): HTMLElement {
  const element = badge.querySelector<HTMLElement>(selector);
  assert(element !== null, `the badge has ${selector}`);
  return element;
}
