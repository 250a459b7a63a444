// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '../render.fixture.tsx';
import { useStatusOpener } from './use-status-opener.ts';

let open: ReturnType<typeof vi.fn<() => void>>;
let unmount: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  open = vi.fn();
  const Listening = () => {
    useStatusOpener(open);
    return null;
  };
  ({ unmount } = render(<Listening />));
  document.body.innerHTML = '<p data-opens-status><strong>Event</strong></p><p id="other">Date</p>';
});
afterEach(() => {
  unmount();
  vi.useRealTimers();
});

const fire = (selector: string, type: string) =>
  document.querySelector(selector)?.dispatchEvent(new PointerEvent(type, { bubbles: true }));

test('the name of the event, held for three seconds, opens the page', () => {
  fire('strong', 'pointerdown');
  vi.advanceTimersByTime(2999);
  expect(open).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(open).toHaveBeenCalledTimes(1);
});

test.each(['pointerup', 'pointercancel'])('a %s before that does not', (type) => {
  fire('strong', 'pointerdown');
  vi.advanceTimersByTime(2500);
  fire('strong', type);
  vi.advanceTimersByTime(5000);
  expect(open).not.toHaveBeenCalled();
});

test('nothing else that is held opens it', () => {
  fire('#other', 'pointerdown');
  vi.advanceTimersByTime(5000);
  expect(open).not.toHaveBeenCalled();
});

test('Control, Alt and S open it, S alone does not', () => {
  const press = (init: KeyboardEventInit) =>
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyS', ...init }));
  press({});
  press({ ctrlKey: true });
  expect(open).not.toHaveBeenCalled();
  press({ ctrlKey: true, altKey: true });
  expect(open).toHaveBeenCalledTimes(1);
});
