import type { Page } from 'playwright-core';

/** What is cut off, runs over, or cannot be touched on the screen as it stands; one sentence each. */
export async function checkScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const { clientWidth, clientHeight, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) problems.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth}`);
    const describe = (element: Element) => {
      const words = (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40);
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${words}”`;
    };
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.sheet-to-print, .visually-hidden, svg') === null;

    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      // A long text scrolls in its field, and a sheet is checked on paper.
      if (!isSeen(element) || element.closest('input, .document') !== null || element.clientWidth <= 1) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const isSlot = element.querySelector('.document') !== null && overflowY === 'hidden';
      if (element.scrollWidth > element.clientWidth + 1 && !/auto|scroll/u.test(overflowX))
        problems.push(`${describe(element)} is ${element.scrollWidth} px wide in ${element.clientWidth}`);
      if (element.scrollHeight > element.clientHeight + 1 && /hidden|clip/u.test(overflowY) && !isSlot)
        problems.push(`${describe(element)} is ${element.scrollHeight} px high in ${element.clientHeight}`);
    }

    const hasDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
    for (const control of document.querySelectorAll<HTMLElement>('button, label, input, [role="button"]')) {
      if (!isSeen(control) || control.clientWidth <= 1 || (hasDialog && control.closest('[role$="dialog"]') === null))
        continue;
      const { left, right, top, bottom } = control.getBoundingClientRect();
      if (left < -1 || right > clientWidth + 1) problems.push(`${describe(control)} leaves the window sideways`);
      const scroller = control.closest('.scroll');
      if (scroller === null && (top < -1 || bottom > clientHeight + 1))
        problems.push(`${describe(control)} leaves the window`);
    }
    return problems;
  });
}
