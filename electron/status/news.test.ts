import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createNews } from './news.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('answers at once who has not seen the last change, also a page of an earlier host', async () => {
  const news = createNews();
  const seen = await news.wait(0);
  news.bump();
  expect(await news.wait(seen)).toBe(seen + 1);
  expect(await news.wait(99)).toBe(seen + 1);
});

it('wakes all who wait, with the change', async () => {
  const news = createNews();
  const seen = await news.wait(0);
  const waiting = [news.wait(seen), news.wait(seen)];
  news.bump();
  expect(await Promise.all(waiting)).toEqual([seen + 1, seen + 1]);
});

it('answers after 20 s without a change, and when the host ends', async () => {
  const news = createNews();
  const seen = await news.wait(0);
  const answered = vi.fn();
  void news.wait(seen).then(answered);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(answered).toHaveBeenCalledWith(seen);
  const last = news.wait(seen);
  news.close();
  expect(await last).toBe(seen);
  expect(await news.wait(seen)).toBe(seen);
});
