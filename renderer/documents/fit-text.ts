/** One way to set a text. Stylesheets say what it looks like under `[data-fit='<name>']`. */
export interface Setting {
  readonly name: string;
  /** Sizes tried, whole dots. */
  readonly minimum: number;
  readonly maximum: number;
  readonly maximumLines: number;
  /** Dots; what is higher does not fit. */
  readonly maximumHeight: number;
}

/**
 * Sets a text as large as it fits: in the first setting that reaches its own minimum. When none does, the last one stands at its
 * minimum and the text takes the height that it needs. Returns the size, in dots.
 *
 * Measures layout sizes, so a scaled ancestor changes nothing. The fonts must have arrived.
 */
export function fitText(element: HTMLElement, settings: readonly Setting[], lineHeight: number): number {
  const trySize = (size: number) => {
    element.style.fontSize = `${size}px`;
    element.style.lineHeight = `${Math.ceil(size * lineHeight)}px`;
  };
  const fits = ({ maximumLines, maximumHeight }: Setting, size: number) => {
    trySize(size);
    const height = element.scrollHeight;
    const lines = Math.round(height / Math.ceil(size * lineHeight));
    return element.scrollWidth <= element.clientWidth && height <= maximumHeight && lines <= maximumLines;
  };
  for (const setting of settings) {
    element.dataset['fit'] = setting.name;
    const size = largestThat((candidate) => fits(setting, candidate), setting);
    if (size !== null) {
      trySize(size);
      return size;
    }
  }
  const smallest = settings.at(-1)?.minimum ?? 0;
  trySize(smallest);
  return smallest;
}

/**
 * The largest whole number of a range for which `accept` holds; null when it does not hold for the smallest. The largest is asked early,
 * because most texts have room for it, and each question lays text out: measured, half as many for a usual badge. Then by halving.
 */
export function largestThat(
  accept: (candidate: number) => boolean,
  { minimum, maximum }: { minimum: number; maximum: number },
): number | null {
  if (!accept(minimum)) return null;
  if (accept(maximum)) return maximum;
  let accepted = minimum;
  let refused = maximum;
  while (refused - accepted > 1) {
    const middle = (accepted + refused) >> 1;
    if (accept(middle)) accepted = middle;
    else refused = middle;
  }
  return accepted;
}
