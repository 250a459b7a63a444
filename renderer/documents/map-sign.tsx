import type { Position } from '../../domain/floor-plan.ts';
import { signs, type SignedKind } from '../map/place-sign.tsx';
import type { Measures } from './measures.ts';

interface MapSignProps {
  readonly kind: SignedKind;
  readonly at: Position;
  /** Dots; nothing for a place that is a point. */
  readonly room: { readonly width: number; readonly height: number };
  readonly measures: Measures;
}

/** What a person looks for on a plan, as a sign; left out where it would be too small. A point, such as a door, breaks the wall it lies on. */
export function MapSign({ kind, at: [x, y], room, measures }: MapSignProps) {
  const { caption, hairline } = measures;
  const Sign = signs[kind];
  const space = Math.min(room.width, room.height);
  const isPoint = space === 0;
  const size = Math.round(isPoint ? caption * 1.3 : Math.min(space * 0.8, caption * 1.5));
  if (size < caption * 0.7) return null;
  const [left, top] = [Math.round(x - size / 2), Math.round(y - size / 2)];
  return (
    <>
      {isPoint && <rect x={left - hairline} y={top} width={size + 2 * hairline} height={size} fill="#fff" />}
      <Sign x={left} y={top} size={size} strokeWidth={2.4} />
    </>
  );
}
