import { chamfer } from '../../domain/chamfer.ts';
import type { Position } from '../../domain/floor-plan.ts';
import { interpolate, measure } from '../../domain/geometry.ts';
import type { PlanDrawing } from './plan-drawing.ts';
import type { WalkLeg } from './walk-legs.ts';

interface PlanWayProps {
  readonly drawing: PlanDrawing;
  /** Those on this floor. */
  readonly legs: readonly WalkLeg[];
  /** The ends bear numbers. */
  readonly hasNumbers: boolean;
  /** Of the circle at the end, metres. */
  readonly endRadius: number;
}

/** Cut of the line's corners, metres. */
const cornerCut = 1;

/** The line that leads. The last of several ways is dotted and lies lowest; a way that is alone ends in an open circle. */
export function PlanWay({ drawing, legs, hasNumbers, endRadius }: PlanWayProps) {
  return (
    <g className="plan-way">
      {legs.toReversed().map(({ positions, isDotted, change }) => {
        const path = drawing.line(chamfer(positions, cornerCut));
        const end = hasNumbers || change !== null ? null : stepBack(positions, endRadius);
        const at = end ? drawing.point(end) : null;
        return (
          <g key={path}>
            {isDotted ? (
              <path className="plan-route-later" d={path} />
            ) : (
              <path className="plan-route" pathLength={1} d={path} />
            )}
            {at ? <circle className="plan-way-end" cx={at[0]} cy={at[1]} r={endRadius} /> : null}
          </g>
        );
      })}
    </g>
  );
}

/** So far before the end of a line that a circle there touches what the line leads to; null for a line that is none. */
function stepBack(positions: readonly Position[], metres: number): Position | null {
  const [before, end] = positions.slice(-2);
  if (!before) return null;
  if (!end) return before;
  const length = measure(before, end);
  return length === 0 ? end : interpolate([before, end], 1 - Math.min(0.9, metres / length));
}
