import type { Position } from '../../domain/floor-plan.ts';
import type { Box } from './label-layout.ts';
import type { LabelSizes } from './plan-labels.ts';

interface PlanHereProps {
  /** Metres of the picture. */
  readonly at: Position;
  /** Where the visitor looks, degrees clockwise from up on the plan. */
  readonly facing: number | undefined;
  readonly direction: number;
  readonly words: string;
  /** Where the words stand; null when there is no room for them. */
  readonly box: Box | null;
  readonly scale: number;
  readonly sizes: LabelSizes;
}

/** "You are here": a dot, and what lies ahead of it as a wedge. */
export function PlanHere({ at, facing, direction, words, box, scale, sizes }: PlanHereProps) {
  const [x, y] = [at[0] * scale, at[1] * scale];
  const radius = sizes.mark * 0.3;
  return (
    <g className="plan-here" transform={`scale(${1 / scale})`}>
      {facing === undefined ? null : (
        <path
          d={`M${-radius * 0.8} ${-radius * 1.1}L0 ${-radius * 2.1}L${radius * 0.8} ${-radius * 1.1}Z`}
          transform={`translate(${x} ${y}) rotate(${facing - direction})`}
        />
      )}
      <circle cx={x} cy={y} r={radius} />
      {box ? (
        <text x={box.x + box.width / 2} y={box.y + box.height / 2} fontSize={sizes.leastSize}>
          {words}
        </text>
      ) : null}
    </g>
  );
}
