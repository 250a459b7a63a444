// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '../render.fixture.tsx';
import { useStaffOpener } from './use-staff-opener.ts';

let open: ReturnType<typeof vi.fn<() => void>>;
let unmount: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  open = vi.fn();
  const Listening = () => {
    useStaffOpener(open);
    return null;
  };
  ({ unmount } = render(<Listening />));
});
afterEach(() => {
  unmount();
  vi.useRealTimers();
});

/** In parts of the screen's width and height. */
const fire = (type: string, [x, y]: [number, number]) =>
  window.dispatchEvent(
    new PointerEvent(type, { clientX: innerWidth * x, clientY: innerHeight * y, isPrimary: true, bubbles: true }),
  );

test('the top right corner, held for three seconds, opens it', () => {
  fire('pointerdown', [0.95, 0.02]);
  vi.advanceTimersByTime(2999);
  expect(open).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(open).toHaveBeenCalledTimes(1);
});

test.each<[string, [number, number]]>([
  ['left', [0.05, 0.02]],
  ['in the middle', [0.5, 0.5]],
  ['below the corner', [0.95, 0.2]],
])('a finger that is held %s does not', (_, place) => {
  fire('pointerdown', place);
  vi.advanceTimersByTime(5000);
  expect(open).not.toHaveBeenCalled();
});

test.each(['pointerup', 'pointercancel'])('a %s before that does not', (type) => {
  fire('pointerdown', [0.95, 0.02]);
  vi.advanceTimersByTime(2500);
  fire(type, [0.95, 0.02]);
  vi.advanceTimersByTime(5000);
  expect(open).not.toHaveBeenCalled();
});

test('Control, Alt and P open it, P alone does not', () => {
  const press = (init: KeyboardEventInit) =>
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyP', ...init }));
  press({});
  press({ ctrlKey: true });
  expect(open).not.toHaveBeenCalled();
  press({ ctrlKey: true, altKey: true });
  expect(open).toHaveBeenCalledTimes(1);
});
