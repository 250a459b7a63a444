import type { Position } from '../../domain/floor-plan.ts';
import { signs, type SignedKind } from '../map/place-sign.tsx';
import { boxAround, type LabelLook } from '../map/label-layout.ts';
import type { Measures } from './measures.ts';

export interface MapSignLook extends LabelLook {
  readonly kind: SignedKind;
  /** It is larger than its place, or that is a point, such as a door: it breaks the wall there. */
  readonly breaksWall: boolean;
}

/** What a person looks for on a plan, as a sign. */
export function listMapSigns(task: {
  kind: SignedKind;
  at: Position;
  /** Dots; nothing for a place that is a point. */
  room: { readonly width: number; readonly height: number };
  measures: Measures;
}): MapSignLook[] {
  const { kind, at, room, measures } = task;
  const { caption } = measures;
  const within = Math.round(Math.min(Math.min(room.width, room.height) * 0.8, caption * 1.5));
  const breaksWall = within < caption * 0.7;
  const size = breaksWall ? Math.round(caption * 1.2) : within;
  const { x, y, width, height } = boxAround(at, { width: size, height: size });
  return [{ kind, breaksWall, box: { x: Math.round(x), y: Math.round(y), width, height } }];
}

export function MapSign({ kind, breaksWall, box, hairline }: MapSignLook & { readonly hairline: number }) {
  const Sign = signs[kind];
  return (
    <>
      {breaksWall && (
        <rect x={box.x - hairline} y={box.y} width={box.width + 2 * hairline} height={box.height} fill="#fff" />
      )}
      <Sign x={box.x} y={box.y} size={box.width} strokeWidth={2.4} />
    </>
  );
}
