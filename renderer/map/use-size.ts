import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What an element measures, and measures anew when that changes; null before the first time. */
export function useSize(element: HTMLElement | null): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      if (width === 0 || height === 0) return;
      // At once: what is measured here is painted in this frame.
      flushSync(() => {
        setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
      });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return size;
}
