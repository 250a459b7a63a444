// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '../render.fixture.tsx';
import { useScanner } from './use-scanner.ts';

let onScan: ReturnType<typeof vi.fn<(code: string) => void>>;
let unmount: () => void;
let now = 0;

beforeEach(() => {
  onScan = vi.fn();
  const Listening = () => {
    useScanner(onScan);
    return null;
  };
  ({ unmount } = render(<Listening />));
  document.body.innerHTML = '<input value="陳大"><button>Next</button><input type="radio">';
});
afterEach(() => {
  unmount();
});

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the page`);
  return found;
}

const textField = () => element('input') as HTMLInputElement;

/** What a real key does: an event, and what it writes when nobody forbids it. */
function press(key: string, gap: number, more: KeyboardEventInit = {}): boolean {
  now += gap;
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, 'timeStamp', { value: now });
  const isAllowed = target.dispatchEvent(event);
  if (isAllowed && target instanceof HTMLInputElement && target.type === 'text' && key.length === 1) {
    target.setRangeText(key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return isAllowed;
}

function scan(code: string, end = 'Enter'): boolean {
  for (const key of code) press(key, 8);
  return press(end, 8);
}

test('hears a scan on a screen without any field', () => {
  scan('TICKET-0001');
  expect(onScan.mock.calls).toEqual([['TICKET-0001']]);
});

test('leaves a field as it was before: its text, its caret, and whoever listens to it', () => {
  const field = textField();
  field.focus();
  field.setSelectionRange(1, 2);
  const heard: string[] = [];
  field.addEventListener('input', () => heard.push(field.value));
  scan('TICKET-0001');
  expect(onScan).toHaveBeenCalledWith('TICKET-0001');
  expect(field.value).toBe('陳大');
  expect([field.selectionStart, field.selectionEnd]).toEqual([1, 2]);
  expect(heard.at(-1)).toBe('陳大');
});

test('keeps the last key of a scan from the page, so that it presses no button and moves no focus', () => {
  element('button').focus();
  expect(scan('TICKET-0001')).toBe(false);
  expect(scan('TICKET-0001', 'Tab')).toBe(false);
  expect(onScan).toHaveBeenCalledTimes(2);
});

test('a space within a scan presses nothing', () => {
  element('button').focus();
  for (const key of 'AB') press(key, 5);
  expect(press(' ', 5)).toBe(false);
});

test('typing on a real keyboard stays typing, Enter and space too', () => {
  const field = textField();
  field.focus();
  field.setSelectionRange(2, 2);
  for (const key of '文 A') expect(press(key, 120)).toBe(true);
  expect(press('Enter', 120)).toBe(true);
  expect(field.value).toBe('陳大文 A');
  expect(onScan).not.toHaveBeenCalled();
});

test('a composition is left alone', () => {
  element('input').focus();
  for (const key of 'chan') press(key, 10, { isComposing: true });
  expect(press('Enter', 10, { isComposing: true })).toBe(true);
  expect(onScan).not.toHaveBeenCalled();
});

test('a field without text, such as a choice, is no trouble', () => {
  element('[type="radio"]').focus();
  scan('TICKET-0001');
  expect(onScan).toHaveBeenCalledWith('TICKET-0001');
});

test('hears nothing any more when its screen is gone', () => {
  unmount();
  expect(scan('TICKET-0001')).toBe(true);
  expect(onScan).not.toHaveBeenCalled();
});
