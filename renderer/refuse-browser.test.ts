// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { refuseBrowser } from './refuse-browser.ts';

function openWindow({ isTab }: { isTab: boolean }): EventTarget {
  const view = new EventTarget();
  refuseBrowser(Object.assign(view, { matchMedia: vi.fn(() => ({ matches: isTab })) }) as unknown as Window);
  return view;
}

/** Whether the browser still does what it does by itself. */
function goesOn(view: EventTarget, event: Event): boolean {
  return view.dispatchEvent(event);
}

const key = (name: string, held: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, cancelable: true, ...held });
const other = (type: string) => new Event(type, { cancelable: true });

describe('in a window of its own', () => {
  let view: EventTarget;
  beforeEach(() => {
    view = openWindow({ isTab: false });
  });

  it.each(['contextmenu', 'auxclick', 'dragstart', 'dragover', 'drop'])('%s does nothing', (type) => {
    expect(goesOn(view, other(type))).toBe(false);
  });

  it('shortcuts do nothing, and still reach who listens for them', () => {
    const heard = vi.fn();
    view.addEventListener('keydown', heard);
    expect(goesOn(view, key('w', { ctrlKey: true }))).toBe(false);
    expect(goesOn(view, key('F4', { altKey: true }))).toBe(false);
    expect(goesOn(view, key('F12'))).toBe(false);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it('a visitor types', () => {
    expect(goesOn(view, key('陳'))).toBe(true);
    expect(goesOn(view, key('Enter'))).toBe(true);
  });

  it('the wheel scrolls and does not zoom', () => {
    expect(goesOn(view, new MouseEvent('wheel', { cancelable: true }))).toBe(true);
    expect(goesOn(view, new MouseEvent('wheel', { ctrlKey: true, cancelable: true }))).toBe(false);
  });
});

it('in a tab of a browser everything stays the browser’s', () => {
  const view = openWindow({ isTab: true });
  expect(goesOn(view, key('r', { ctrlKey: true }))).toBe(true);
  expect(goesOn(view, other('contextmenu'))).toBe(true);
});
