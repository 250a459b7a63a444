// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '../render.fixture.tsx';
import { useIdle } from './use-idle.ts';

const times = { warnAfterSeconds: 45, wipeAfterSeconds: 15 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch() {
  const onWipe = vi.fn();
  let idle: ReturnType<typeof useIdle> | undefined;
  const Watched = () => {
    idle = useIdle(times, onWipe);
    return null;
  };
  const { unmount } = render(<Watched />);
  return {
    onWipe,
    unmount,
    secondsLeft: () => idle?.secondsLeft,
    stay: () => {
      act(() => idle?.stay());
    },
  };
}

function wait(seconds: number) {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
}

test('asks after the first time, counts down, and wipes after the second', () => {
  const { secondsLeft, onWipe } = watch();
  wait(44);
  expect(secondsLeft()).toBe(null);
  wait(1);
  expect(secondsLeft()).toBe(15);
  wait(14);
  expect(secondsLeft()).toBe(1);
  expect(onWipe).not.toHaveBeenCalled();
  wait(1);
  expect(onWipe).toHaveBeenCalled();
});

test.each(['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'scroll'])(
  '%s anywhere in the page is a sign of life',
  (type) => {
    const { secondsLeft } = watch();
    const deep = document.body.appendChild(document.createElement('p'));
    wait(44);
    // A list that scrolls does not bubble it, and no control may hide a touch from the watch.
    deep.addEventListener(type, (event) => {
      event.stopPropagation();
    });
    deep.dispatchEvent(new Event(type, { bubbles: false }));
    wait(44);
    expect(secondsLeft()).toBe(null);
    wait(2);
    expect(secondsLeft()).toBe(14);
    deep.remove();
  },
);

test('a touch while the question stands takes it away', () => {
  const { secondsLeft, onWipe } = watch();
  wait(50);
  expect(secondsLeft()).toBe(10);
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  wait(1);
  expect(secondsLeft()).toBe(null);
  wait(30);
  expect(onWipe).not.toHaveBeenCalled();
});

test('"I am here" begins the whole time anew', () => {
  const { secondsLeft, stay, onWipe } = watch();
  wait(59);
  stay();
  expect(secondsLeft()).toBe(null);
  wait(44);
  expect(secondsLeft()).toBe(null);
  wait(15);
  expect(onWipe).not.toHaveBeenCalled();
  wait(1);
  expect(onWipe).toHaveBeenCalled();
});

test('a machine that slept through both times wipes at once', () => {
  const { onWipe } = watch();
  vi.setSystemTime(Date.now() + 3_600_000);
  wait(60);
  expect(onWipe).toHaveBeenCalled();
});

test('a visit that has ended is not watched any more', () => {
  const { onWipe, unmount } = watch();
  unmount();
  wait(120);
  expect(onWipe).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
