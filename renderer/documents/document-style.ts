import type { CSSProperties } from 'react';
import type { Measures } from './measures.ts';

/** The measures as the custom properties that the documents' stylesheets use. */
export function documentStyle({ unit, width, module, margin, hairline, caption, text }: Measures): CSSProperties {
  const properties: Record<`--${string}`, string> = {
    '--u': `${unit}px`,
    '--width': `${width}px`,
    '--module': `${module}px`,
    '--margin': `${margin}px`,
    '--hairline': `${hairline}px`,
    '--caption': `${caption}px`,
    '--text': `${text}px`,
  };
  return properties;
}
