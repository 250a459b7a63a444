/** The smallest first; base.css knows them by `data-text`. */
export const textSizes = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];
