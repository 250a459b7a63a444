import { expect, it } from 'vitest';
import { createPageEvents } from './page-events.ts';

/** How often the page was lost. */
function tell({ isAlone = true, events }: { isAlone?: boolean; events: [string, Record<string, unknown>][] }): number {
  let lost = 0;
  const take = createPageEvents({ isAlone, origin: 'http://127.0.0.1:4000', onLost: () => (lost += 1) });
  for (const [method, params] of events) take(JSON.stringify({ method, params }));
  return lost;
}

const page = (targetId: string, url: string) => ({ targetInfo: { targetId, type: 'page', url } });
const ours = page('A', 'http://127.0.0.1:4000/');
const opened: [string, Record<string, unknown>][] = [
  ['Target.targetCreated', page('A', '')],
  ['Target.targetInfoChanged', ours],
];

it('our page alone is what is wanted', () => {
  expect(tell({ events: opened })).toBe(0);
});

it('the process of our page dies', () => {
  expect(tell({ events: [...opened, ['Target.targetCrashed', { targetId: 'A' }]] })).toBe(1);
});

it('what is no page of ours may die', () => {
  const worker = { targetInfo: { targetId: 'W', type: 'worker', url: 'http://127.0.0.1:4000/w.js' } };
  expect(
    tell({ events: [...opened, ['Target.targetCreated', worker], ['Target.targetCrashed', { targetId: 'W' }]] }),
  ).toBe(0);
});

it('a second page comes up', () => {
  expect(tell({ events: [...opened, ['Target.targetCreated', page('B', 'chrome://newtab/')]] })).toBe(1);
});

it.each([
  'http://example.com/',
  'file:///etc/passwd',
  'chrome://settings/',
  'data:text/html,x',
  'http://127.0.0.1.example.com/',
  'http://127.0.0.1:631/admin',
  'http://127.0.0.1:40001/',
])('our page is led to %s', (url) => {
  expect(tell({ events: [...opened, ['Target.targetInfoChanged', page('A', url)]] })).toBe(1);
});

it('it is told once', () => {
  const other = page('B', 'chrome://newtab/');
  const events: [string, Record<string, unknown>][] = [
    ['Target.targetCreated', other],
    ['Target.targetInfoChanged', other],
  ];
  expect(tell({ events: [...opened, ...events, ['Target.targetCrashed', { targetId: 'B' }]] })).toBe(1);
});

it('one page after another is one page', () => {
  const next = page('B', 'http://127.0.0.1:4000/');
  expect(
    tell({ events: [...opened, ['Target.targetDestroyed', { targetId: 'A' }], ['Target.targetCreated', next]] }),
  ).toBe(0);
});

it('a developer’s window may show anything', () => {
  const events: [string, Record<string, unknown>][] = [
    ...opened,
    ['Target.targetCreated', page('B', 'devtools://devtools/')],
  ];
  expect(tell({ isAlone: false, events })).toBe(0);
});
