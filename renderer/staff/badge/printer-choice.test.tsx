// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { render } from '../../render.fixture.tsx';
import { createFakeHub, fakePrinter } from '../fake-hub.fixture.ts';
import { fakeWorld } from '../fake-world.fixture.tsx';
import type { PlacedPrinter } from '../machines/use-printers.ts';
import { PrinterChoice } from './printer-choice.tsx';

let unmount: () => void = () => undefined;
afterEach(() => {
  unmount();
});

const placed = (kiosk: string, changes: Partial<PlacedPrinter> = {}): PlacedPrinter => ({
  ...{ key: `${kiosk} badges`, kiosk, printer: fakePrinter() },
  ...{ isLocal: false, isAway: false, isBusy: false, ...changes },
});

test('this kiosk’s printer leads, then the others by name, also where one is away', () => {
  const printers = [placed('K3', { isAway: true }), placed('K10'), placed('K2'), placed('K9', { isLocal: true })];
  const World = fakeWorld(createFakeHub());
  const shown = render(
    <World>{() => <PrinterChoice {...{ printers, value: null, onChange: () => undefined }} />}</World>,
  );
  unmount = shown.unmount;
  const choices = [...shown.container.querySelectorAll('label')];
  expect(choices.map(({ textContent }) => /K\d+/u.exec(textContent)?.[0])).toEqual(['K9', 'K2', 'K3', 'K10']);
  expect(choices.map((choice) => choice.querySelector('input')?.disabled)).toEqual([false, false, true, false]);
});
