/** How wide a text is, as a multiple of its size. */
export type MeasureText = (text: string) => number;

const reference = 100;

/**
 * Measures as the browser would draw it; each text once.
 * @param family a CSS list of fonts
 */
export function createMeasure(family: string, weight: number): MeasureText {
  const widths = new Map<string, number>();
  const context = document.createElement('canvas').getContext('2d');
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    if (context) {
      context.font = `${weight} ${reference}px ${family}`;
      context.fontStretch = 'semi-condensed';
    }
    const width = (context?.measureText(text).width ?? text.length * reference) / reference;
    widths.set(text, width);
    return width;
  };
}
