import type { Page } from 'playwright-core';

/** Between two keys of a scanner, in milliseconds: those at hand leave 2 to 30. */
const gap = 5;

/**
 * Presses the keys of a keyboard-wedge scanner, each with its own time, as the browser would see them. Playwright's own keyboard waits for
 * an answer of the page after each key, which on a busy machine takes longer than any scanner.
 */
export async function scanCode(page: Page, code: string, end: 'Enter' | 'Tab' = 'Enter'): Promise<void> {
  await page.evaluate(
    ({ keys, gap: pause }) => {
      const start = performance.now();
      for (const [index, key] of keys.entries()) {
        const target = document.activeElement ?? document.body;
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        Object.defineProperty(event, 'timeStamp', { value: start + index * pause });
        const isAllowed = target.dispatchEvent(event);
        if (isAllowed && target instanceof HTMLInputElement && key.length === 1) {
          const { selectionStart, selectionEnd } = target;
          target.setRangeText(key, selectionStart ?? 0, selectionEnd ?? 0, 'end');
          target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: key }));
        }
      }
    },
    { keys: [...code, end], gap },
  );
}
