import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';

export const orientations = ['portrait', 'landscape'] as const;
export type Orientation = (typeof orientations)[number];
export type Size = Readonly<Record<'width' | 'height', number>>;

/** Screens that are walked through in one go. To put a screen into the gallery: a tour, and a line in list-tours.ts. */
export interface Tour {
  readonly name: string;
  /** CSS pixels. */
  readonly sizes: Readonly<Record<Orientation, Size>>;
  /** What is touched is at least so wide and high, CSS pixels. */
  readonly leastTouch: number;
  /** Opens what it walks through, once for all languages. */
  open(): Promise<OpenTour>;
}

export interface OpenTour {
  /** Comes past every screen, and calls `watch` at each with its name. */
  walk(language: Language, watch: (page: Page, screen: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}
