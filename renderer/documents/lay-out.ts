/**
 * Fits a document now and again when the fonts of its text have arrived; `data-laid-out` then says `yes`, or `failed` when a font could
 * not be loaded, in which case the document must not be printed.
 * @returns stops it
 */
export function layOutWithFonts(document: HTMLElement, fit: (document: HTMLElement) => void): () => void {
  let wanted = true;
  document.dataset['laidOut'] = 'no';
  fit(document);
  void loadFonts(document).then((loaded) => {
    if (!wanted) return;
    fit(document);
    document.dataset['laidOut'] = loaded ? 'yes' : 'failed';
  });
  return () => {
    wanted = false;
  };
}

/** Loads the slices of the bundled fonts that a document's text needs. The fonts are variable: one weight loads all. */
async function loadFonts(node: HTMLElement): Promise<boolean> {
  const { fontFamily } = getComputedStyle(node);
  try {
    const faces = await document.fonts.load(`16px ${fontFamily}`, node.textContent);
    return faces.every((face) => face.status === 'loaded');
  } catch {
    return false;
  }
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
