import type { Position } from '../../domain/floor-plan.ts';
import type { Measures } from './measures.ts';
import { widthInEms } from './text-width.ts';

/** Em size below which a label on paper is not worth printing, as a share of the smallest type elsewhere. */
const leastShare = 0.7;

interface MapLabelProps {
  readonly text: string;
  readonly at: Position;
  /** Dots. */
  readonly room: { readonly width: number; readonly height: number };
  readonly measures: Measures;
}

/** What a place is called, in the place, upright or standing on end, whichever is larger. Left out where it would be too small to read. */
export function MapLabel({ text, at: [x, y], room, measures }: MapLabelProps) {
  const { caption } = measures;
  const upright = sizeWithin(text, room.width, room.height);
  const onEnd = sizeWithin(text, room.height, room.width);
  const isOnEnd = onEnd > upright && upright < caption;
  const size = Math.floor(Math.min(caption, isOnEnd ? onEnd : upright));
  if (size < caption * leastShare) return null;
  return (
    <text
      className="map-label"
      x={x}
      y={y}
      fontSize={size}
      {...(isOnEnd ? { transform: `rotate(-90 ${x} ${y})` } : {})}
    >
      {text}
    </text>
  );
}

/** The size at which a text fits a box with some air around it. */
function sizeWithin(text: string, width: number, height: number): number {
  return Math.min((width * 0.88) / widthInEms(text), height * 0.7);
}
