import type { WebContents } from 'electron';
import { beforeEach, expect, it } from 'vitest';
import { createPage, type PageStandIn } from '../../../test/electron/stand-in-window.ts';
import { recoverPage } from './recovery.ts';

let page: PageStandIn;
let loads: number;
let waiting: (() => void)[];

beforeEach(() => {
  page = createPage();
  loads = 0;
  waiting = [];
  recoverPage({
    contents: page as unknown as WebContents,
    load: () => {
      loads += 1;
    },
    wait: (_milliseconds, then) => waiting.push(then),
  });
});

function passTime() {
  for (const then of waiting.splice(0)) then();
}

it.each(['crashed', 'oom', 'killed', 'integrity-failure'])('loads a page again that is gone (%s)', (reason) => {
  page.emit('render-process-gone', {}, { reason });
  expect(loads, 'not at once, or a page that dies as it loads would spin').toBe(0);
  passTime();
  expect(loads).toBe(1);
});

it('ends a page that hangs, and loads it again', () => {
  page.emit('unresponsive');
  expect(page.crashes).toBe(1);
  passTime();
  expect(loads).toBe(1);
});

it('leaves it be when the window has closed meanwhile', () => {
  page.emit('render-process-gone', {}, { reason: 'crashed' });
  page.isGone = true;
  passTime();
  expect(loads).toBe(0);
});
