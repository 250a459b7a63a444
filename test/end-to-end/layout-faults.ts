/** Of everything that is touched. CSS px. */
export const leastTouch = 40;

/**
 * What a visitor could not read or touch on the screen as it stands. Runs in the page, so it takes nothing from outside of itself.
 * @param least px wide and high that everything is which is touched. WCAG 2.2 asks for 24 (2.5.8, AA) and hopes for 44 (2.5.5, AAA). On
 * a kiosk's screen at half its size, half of that
 */
export function findLayoutFaults(least: number): string[] {
  const { innerWidth, innerHeight } = window;
  const faults: string[] = [];
  const touchable =
    'button, [role="button"]:not(svg *), label.choice, label.chip, input:not([type="radio"], [type="checkbox"])';
  // React Aria clips what only a screen reader needs; a map is moved behind its frame; a long sheet comes out of its slot beyond the screen.
  const clipped =
    '[aria-hidden="true"], svg, .visually-hidden, .sheet-preview, .plan-frame, .printing-sheet, [style*="clip"]';
  const describe = (element: Element) => {
    const text = element.textContent.slice(0, 30);
    return `${element.localName}.${element.classList.value.replaceAll(' ', '.')} "${text}"`;
  };
  const scrolls = (element: Element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
  const scrollerOf = (element: Element) => {
    let ancestor = element.parentElement;
    while (ancestor && !scrolls(ancestor)) ancestor = ancestor.parentElement;
    return ancestor;
  };
  const dialog = document.querySelector('.dialog-veil, .staff-veil, .status-veil');

  for (const element of (dialog ?? document.querySelector('#root') ?? document).querySelectorAll('*')) {
    if (element.closest(clipped)) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const fault = (what: string) => faults.push(`${describe(element)} ${what}`);
    if (left < -1 || right > innerWidth + 1) fault('sticks out sideways');
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1 && element.localName !== 'input') {
      fault(`has ${element.scrollWidth - element.clientWidth} px more than fits`);
    }
    if (
      element.matches('.scroll') &&
      element.scrollHeight > element.clientHeight + 1 &&
      element.clientHeight < innerHeight / 12
    ) {
      fault(`has ${element.clientHeight} px to scroll in`);
    }
    const scroller = scrollerOf(element);
    if (!scroller && (top < -1 || bottom > innerHeight + 1)) fault('sticks out above or below');
    if (!element.matches(touchable)) continue;
    if (Math.min(width, height) < least) fault(`is ${Math.round(width)} × ${Math.round(height)} px`);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const frame = scroller?.getBoundingClientRect();
    if (frame && (y < frame.top + 2 || y > frame.bottom - 2)) continue;
    const hit = document.elementFromPoint(x, y);
    if (!hit || !(element.contains(hit) || hit.contains(element)))
      fault(`is covered by ${hit ? describe(hit) : 'nothing'}`);
  }
  return faults;
}
