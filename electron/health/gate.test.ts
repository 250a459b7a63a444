import { expect, it } from 'vitest';
import type { KioskGate } from '../../domain/kiosk-gate.ts';
import { createGate } from './gate.ts';

it('is closed as long as there is a reason, and tells each change once', () => {
  const gate = createGate();
  const heard: KioskGate[] = [];
  gate.onChange((now) => heard.push(now));
  gate.set('disk-full', false);
  gate.set('disk-full', true);
  gate.set('disk-full', true);
  gate.set('not-ready', true);
  gate.set('disk-full', false);
  gate.set('not-ready', false);
  expect(heard).toEqual([
    { state: 'closed', reason: 'disk-full' },
    { state: 'closed', reason: 'not-ready' },
    { state: 'open' },
  ]);
  expect(gate.read()).toEqual({ state: 'open' });
});
