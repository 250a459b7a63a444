import type { Logger } from 'pino';
import type { PageDeath, PageWindow, ShownPage } from '../../health/page-window.ts';
import { openBrowser, type Browser } from './browser.ts';

export interface ChromiumWindowParts {
  readonly program: string;
  /** Of our pages; other servers of this machine are not ours. */
  readonly origin: string;
  /** Called for each start, because a ticket opens once. */
  readonly createArguments: (page: ShownPage) => string[];
  /** An ordinary window, which a person may close for good. */
  readonly isOrdinary: boolean;
  readonly onClosed: () => void;
  readonly logger: Logger;
}

/** Each page is a Chromium of its own: what a page left in one, a GPU that fails, a window that lost the screen, ends with it. */
export function createPageWindow(parts: ChromiumWindowParts): PageWindow {
  const { program, origin, createArguments, isOrdinary, onClosed, logger } = parts;
  let listener: (death: PageDeath) => void = () => undefined;
  let wanted: ShownPage | null = null;
  let current: Browser | null = null;
  let isClosed = false;
  const canOpen = () => !isClosed;
  let change = Promise.resolve();

  async function replace(): Promise<void> {
    const page = wanted;
    wanted = null;
    if (page === null || !canOpen()) return;
    const before = current;
    current = null;
    await before?.kill();
    if (canOpen()) current = start(page);
  }

  function start(page: ShownPage): Browser {
    const browser = openBrowser({
      program,
      args: createArguments(page),
      origin,
      onPageLost() {
        if (current === browser) listener('page-gone');
      },
    });
    void browser.ended.then((end) => {
      if (current !== browser) return;
      current = null;
      if (isOrdinary && end === 0) {
        onClosed();
        return;
      }
      logger.warn({ end, said: browser.lastWords() }, 'the browser ended');
      listener('browser-gone');
    });
    return browser;
  }

  return {
    open(page) {
      wanted = page;
      change = change.then(replace);
    },
    onDeath(heard) {
      listener = heard;
    },
    measureMemory: () => Promise.resolve(current?.measureMemory() ?? null),
    async close() {
      isClosed = true;
      const last = current;
      current = null;
      await Promise.all([change, last?.close()]);
    },
  };
}
