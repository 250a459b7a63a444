import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from 'd3-zoom';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { boxesMeet, padBox, type Box } from './label-layout.ts';
import type { Size } from './use-size.ts';

/** How the picture lies in its frame while nothing moves. */
export interface View {
  /** CSS pixels a metre. */
  readonly scale: number;
  /** What is drawn in full: the part that is seen and as much again around it, metres of the picture. */
  readonly drawn: Box;
  readonly isWhole: boolean;
}

export interface Viewport {
  /** What moves in the frame. */
  readonly sheet: RefObject<HTMLDivElement | null>;
  /** CSS pixels a metre when all is seen; null until the frame has been measured. */
  readonly wholeScale: number | null;
  readonly view: View | null;
  readonly moves: ViewportMoves;
}

/** The same until the frame or the picture has another size. */
export interface ViewportMoves {
  readonly zoomBy: (factor: number) => void;
  readonly showWhole: () => void;
  /** Moves the picture so that a part of it is seen, as large as it may be. */
  readonly show: (box: Box) => void;
  /** Where a point of the screen lies, metres of the picture. */
  readonly locate: (clientX: number, clientY: number) => readonly [x: number, y: number];
}

interface ViewportTask {
  readonly frame: HTMLDivElement | null;
  /** Of the frame; null until it has been measured. */
  readonly size: Size | null;
  /** Of the picture, metres. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels a metre, at the nearest. */
  readonly mostScale: number;
  /** No nearer when a part is shown. */
  readonly showScale: number;
}

/** A tap may tremble this far, CSS pixels. */
const tapDistance = 10;

/**
 * Pan, pinch and wheel. A gesture moves the sheet by its style alone: nothing is drawn anew until it ends, or until it has come to where
 * no labels are yet.
 */
export function useViewport({ frame, size, width, height, mostScale, showScale }: ViewportTask): Viewport {
  const sheet = useRef<HTMLDivElement>(null);
  const behaviour = useRef<ZoomBehavior<HTMLDivElement, unknown> | null>(null);
  const [view, setView] = useState<View | null>(null);
  const wholeScale = size ? Math.min(size.width / width, size.height / height) : null;

  useEffect(() => {
    const element = frame;
    if (!element || !size || wholeScale === null) return undefined;
    const selection = select(element);
    const most = Math.max(mostScale, wholeScale);
    let drawn: Box | null = null;
    const settle = () => {
      const { k, x, y } = zoomTransform(element);
      const seen = { x: -x / k, y: -y / k, width: size.width / k, height: size.height / k };
      drawn = padBox(seen, Math.max(seen.width, seen.height) / 2);
      setView({ scale: k, drawn, isWhole: k <= wholeScale * 1.001 });
    };
    const zooming = zoom<HTMLDivElement, unknown>()
      .extent([
        [0, 0],
        [size.width, size.height],
      ]) // prettier-ignore
      .translateExtent([
        [0, 0],
        [width, height],
      ]) // prettier-ignore
      .scaleExtent([wholeScale, most])
      .clickDistance(tapDistance)
      .on('start', () => {
        sheet.current?.classList.add('plan-moves');
      })
      .on('zoom', () => {
        const { k, x, y } = zoomTransform(element);
        if (sheet.current) sheet.current.style.transform = `translate(${x}px, ${y}px) scale(${k / wholeScale})`;
        const middle = { x: (size.width / 2 - x) / k, y: (size.height / 2 - y) / k, width: 0, height: 0 };
        if (drawn && !boxesMeet(middle, padBox(drawn, -Math.max(size.width, size.height) / k / 2))) settle();
      })
      .on('end', () => {
        sheet.current?.classList.remove('plan-moves');
        settle();
      });
    behaviour.current = zooming;
    selection.call(zooming).on('dblclick.zoom', null);
    zooming.scaleTo(selection, wholeScale);
    return () => {
      selection.on('.zoom', null);
    };
  }, [frame, size, width, height, mostScale, wholeScale]);

  const moves = useMemo<ViewportMoves>(() => {
    const act = (work: (zooming: ZoomBehavior<HTMLDivElement, unknown>, element: HTMLDivElement) => void) => {
      if (behaviour.current && frame) work(behaviour.current, frame);
    };
    return {
      zoomBy: (factor) => {
        act((zooming, element) => {
          zooming.scaleBy(select(element), factor);
        });
      },
      showWhole: () => {
        act((zooming, element) => {
          zooming.scaleTo(select(element), 0);
        });
      },
      show: (box) => {
        if (!size || wholeScale === null) return;
        const fitting = Math.min(size.width / box.width, size.height / box.height);
        const at = zoomIdentity
          .translate(size.width / 2, size.height / 2)
          .scale(Math.max(Math.min(fitting, showScale), wholeScale))
          .translate(-(box.x + box.width / 2), -(box.y + box.height / 2));
        act((zooming, element) => {
          // Moved and not set: a move is kept within the picture.
          zooming.transform(select(element), at);
          zooming.translateBy(select(element), 0, 0);
        });
      },
      locate: (clientX, clientY) => {
        if (!frame) return [0, 0];
        const { left, top } = frame.getBoundingClientRect();
        return zoomTransform(frame).invert([clientX - left, clientY - top]);
      },
    };
  }, [frame, size, wholeScale, showScale]);
  return { sheet, wholeScale, view, moves };
}
