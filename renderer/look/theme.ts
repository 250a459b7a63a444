/** The accent of an event, corrected so that it can be read. WCAG 2.2, 1.4.3 asks for 4.5 : 1. */
export interface Theme {
  readonly accent: string;
  /** Text on the accent. */
  readonly onAccent: string;
  /** A faint wash of the accent over the surface. */
  readonly tint: string;
}

export const surfaces = { paper: '#f5f2ea', dark: '#15171c', contrast: '#ffffff' } as const;
export type Surface = keyof typeof surfaces;

type Rgb = readonly [number, number, number];
const minimumContrast = { paper: 4.5, dark: 4.5, contrast: 7 } as const satisfies Record<Surface, number>;
const white: Rgb = [255, 255, 255];
const ink: Rgb = [21, 23, 28];

/**
 * Darkens (on a dark surface: lightens) the accent step by step until it stands out from the surface and from the text on it.
 * @param accent `#rrggbb`
 */
export function createTheme(accent: string, surface: Surface): Theme {
  const background = parse(surfaces[surface]);
  const onAccent = surface === 'dark' ? ink : white;
  const target = surface === 'dark' ? white : ([0, 0, 0] as const);
  const wanted = parse(accent);
  for (let step = 0; step <= 100; step += 1) {
    const candidate = mix(wanted, target, step / 100);
    const worst = Math.min(contrast(candidate, background), contrast(candidate, onAccent));
    if (worst >= minimumContrast[surface]) {
      return { accent: format(candidate), onAccent: format(onAccent), tint: format(mix(background, candidate, 0.16)) };
    }
  }
  return { accent: format(target), onAccent: format(onAccent), tint: format(mix(background, target, 0.16)) };
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(first: string, second: string): number {
  return contrast(parse(first), parse(second));
}

function contrast(first: Rgb, second: Rgb): number {
  const [light, dark] = [luminance(first), luminance(second)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => {
    const value = channel / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

function parse(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function format(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
