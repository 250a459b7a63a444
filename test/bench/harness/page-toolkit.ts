import type { Page } from 'playwright-core';
import { findClockOrigin } from './clock.ts';

interface Toolkit {
  /** When the last finger or button was lifted, on the page's own clock: the moment from which a visitor waits. */
  lastPress: number;
  /** When the last key or text of an input method came in. */
  lastInput: number;
  /** The page's own time after the first frame in which `isShown` is true; watched from when it is called. */
  whenPainted(isShown: () => boolean): Promise<number>;
  /** Asked for before the press or key, awaited after it. */
  pending: Promise<number>;
}

declare global {
  interface Window {
    bench: Toolkit;
  }
}

/** Puts the stop watch into a page. The times of events are the browser's own, not of when a listener ran. */
export async function installToolkit(page: Page): Promise<void> {
  await page.evaluate(() => {
    const toolkit: Toolkit = {
      lastPress: NaN,
      lastInput: NaN,
      pending: Promise.resolve(NaN),
      whenPainted: (isShown) =>
        new Promise((resolve, reject) => {
          setTimeout(reject, 20_000, new Error('What was waited for never came.'));
          const look = () => {
            if (!isShown()) return;
            observer.disconnect();
            // A message posted in a frame's callback arrives after that frame has been painted.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => {
                resolve(performance.now());
              };
              port2.postMessage(null);
            });
          };
          const observer = new MutationObserver(look);
          observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
          look();
        }),
    };
    const capture = { capture: true, passive: true };
    let cameWithKey = false;
    addEventListener('pointerup', ({ timeStamp }) => (toolkit.lastPress = timeStamp), capture);
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        toolkit.lastInput = timeStamp;
        cameWithKey = true;
      },
      capture,
    );
    // Text of an input method comes without a key.
    addEventListener(
      'beforeinput',
      ({ timeStamp }) => {
        if (!cameWithKey) toolkit.lastInput = timeStamp;
        cameWithKey = false;
      },
      capture,
    );
    window.bench = toolkit;
  });
}

/** The last press, on the machine's clock. */
export async function readLastPress(page: Page): Promise<number> {
  const at = await page.evaluate(() => window.bench.lastPress);
  return at + (await page.evaluate(findClockOrigin));
}

/** Begins to wait for a first-level heading. */
export async function awaitHeading(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const isShown = () => [...document.querySelectorAll('h1')].some(({ textContent }) => textContent === wanted);
    window.bench.pending = window.bench.whenPainted(isShown);
  }, text);
}

/** Milliseconds from the last press to the frame that was awaited. */
export async function readPressToPaint(page: Page): Promise<number> {
  return page.evaluate(async () => (await window.bench.pending) - window.bench.lastPress);
}
