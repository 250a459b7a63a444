/** What is read as one: a stop with its way, a code with its words, the plan of a floor. */
const wholes = '.map-floor, .map-slip-stop, .route-slip-more, .route-slip-sessions > *, .route-slip-code';

/**
 * Where paper comes in sheets, a driver cuts a long document into pages of that height. Whatever would be cut through begins on the next page
 * instead, unless it is higher than a page itself.
 * @param heightDots of a sheet; null for a roll, which has no pages
 */
export function paginate(document: HTMLElement, heightDots: number | null): void {
  const parts = [...document.querySelectorAll<HTMLElement>(wholes)];
  for (const part of parts) part.style.marginTop = '';
  // Columns are filled anew with every move; there the browser keeps parts whole within them.
  if (heightDots === null || parts.some((part) => isInColumns(part, document))) return;
  for (const part of parts) {
    const top = topWithin(part, document);
    const end = (Math.floor(top / heightDots) + 1) * heightDots;
    const height = part.offsetHeight;
    if (top + height <= end || height > heightDots) continue;
    const before = Number.parseFloat(getComputedStyle(part).marginTop);
    part.style.marginTop = `${before + end - top}px`;
  }
}

/** Layout dots, whatever scale the preview is shown at. */
function topWithin(part: HTMLElement, document: HTMLElement): number {
  const scale = document.offsetWidth / document.getBoundingClientRect().width;
  return Math.round((part.getBoundingClientRect().top - document.getBoundingClientRect().top) * scale);
}

function isInColumns(part: HTMLElement, document: HTMLElement): boolean {
  for (let node = part.parentElement; node !== null && node !== document; node = node.parentElement) {
    if (getComputedStyle(node).columnCount !== 'auto') return true;
  }
  return false;
}
