import { useLayoutEffect, useRef, type ReactNode, type Ref } from 'react';
import type { Media } from '../../domain/print-job.ts';
import './sheet.css';

interface SheetPreviewProps {
  readonly media: Media;
  /** Gets the sheet at its true dots, for `rasterise`. */
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** Shows a document as wide as there is room for. It stays laid out in dots: what is seen is what is printed. */
export function SheetPreview({ media, ref, children }: SheetPreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const resize = () => {
      if (frame.current === null || sheet.current === null) return;
      const scale = frame.current.clientWidth / media.widthDots;
      sheet.current.style.transform = `scale(${scale})`;
      frame.current.style.height = `${sheet.current.offsetHeight * scale}px`;
    };
    const observer = new ResizeObserver(resize);
    if (frame.current !== null) observer.observe(frame.current);
    if (sheet.current !== null) observer.observe(sheet.current);
    resize();
    return () => {
      observer.disconnect();
    };
  }, [media.widthDots]);
  return (
    <div ref={frame} className="sheet-preview">
      <div ref={sheet} className="sheet-preview-dots" style={{ width: media.widthDots }}>
        <div ref={ref}>{children}</div>
      </div>
    </div>
  );
}
