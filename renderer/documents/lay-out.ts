/**
 * Fits a document now and, where they are not there yet, again when the fonts of its text have arrived; `data-laid-out` then says `yes`,
 * or `failed` when a font could not be loaded, in which case the document must not be printed.
 * @returns stops it
 */
export function layOutWithFonts(document: HTMLElement, fit: (document: HTMLElement) => void): () => void {
  let wanted = true;
  fit(document);
  if (hasFonts(document)) {
    document.dataset['laidOut'] = 'yes';
    return () => undefined;
  }
  document.dataset['laidOut'] = 'no';
  void loadFonts(document).then((loaded) => {
    if (!wanted) return;
    fit(document);
    document.dataset['laidOut'] = loaded ? 'yes' : 'failed';
  });
  return () => {
    wanted = false;
  };
}

/** Whether every slice of the bundled fonts that a document's text needs has been loaded. */
function hasFonts(node: HTMLElement): boolean {
  return document.fonts.check(fontOf(node), node.textContent);
}

/** Loads the slices of the bundled fonts that a document's text needs. */
async function loadFonts(node: HTMLElement): Promise<boolean> {
  try {
    const faces = await document.fonts.load(fontOf(node), node.textContent);
    return faces.every((face) => face.status === 'loaded');
  } catch {
    return false;
  }
}

/** The fonts are variable: one weight loads all. */
function fontOf(node: HTMLElement): string {
  return `16px ${getComputedStyle(node).fontFamily}`;
}

/** Waits until a document is laid out in its own fonts. False when they cannot be loaded. */
export function whenLaidOut(node: HTMLElement): Promise<boolean> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(check);
    observer.observe(node, { attributeFilter: ['data-laid-out'] });
    check();
    function check() {
      const state = node.dataset['laidOut'];
      if (state === 'no') return;
      observer.disconnect();
      resolve(state === 'yes');
    }
  });
}
