import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAfterPage } from './after-page.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function create() {
  const work = vi.fn();
  return { work, gate: createAfterPage(work, 5000) };
}

it('begins when it is allowed and the page is up, whichever comes first, and once', () => {
  for (const order of [['allow', 'pageIsUp'] as const, ['pageIsUp', 'allow'] as const]) {
    const { work, gate } = create();
    gate[order[0]]();
    expect(work).not.toHaveBeenCalled();
    gate[order[1]]();
    expect(work).toHaveBeenCalledOnce();
    gate.pageIsUp();
    gate.allow();
    vi.runAllTimers();
    expect(work).toHaveBeenCalledOnce();
  }
});

it('begins without a page after its time', () => {
  const { work, gate } = create();
  gate.allow();
  vi.advanceTimersByTime(4999);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
  gate.pageIsUp();
  expect(work).toHaveBeenCalledOnce();
});

it('does not begin after the end', () => {
  const { work, gate } = create();
  gate.allow();
  gate.close();
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
});
