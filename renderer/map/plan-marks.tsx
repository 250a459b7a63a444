import { Check } from 'lucide-react';
import type { DrawnPlace, PlanDrawing } from './plan-drawing.ts';
import { tickBox, type LabelSizes } from './plan-labels.ts';

interface PlanMarksProps {
  readonly drawing: PlanDrawing;
  readonly shown: string | null;
  readonly highlighted: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
  readonly stops: readonly string[];
}

/** What sets single places apart, over the shapes and under the words. */
export function PlanMarks({ drawing, shown, highlighted, visited, stops }: PlanMarksProps) {
  const isStop = new Set(stops);
  const join = (wanted: (id: string) => boolean) =>
    drawing.places
      .filter(({ place }) => wanted(place.properties.id))
      .map(({ outline }) => outline)
      .join('');
  return (
    <>
      <path className="plan-visited" d={join((id) => visited.has(id))} />
      <path className="plan-highlighted" d={join((id) => highlighted.has(id))} />
      <path className="plan-shown" d={join((id) => id === shown || isStop.has(id))} />
    </>
  );
}

interface PlanNumbersProps {
  readonly drawing: PlanDrawing;
  /** CSS pixels a metre. */
  readonly scale: number;
  readonly sizes: LabelSizes;
  readonly visited: ReadonlySet<string>;
  readonly stops: readonly string[];
}

/** Ticks where the visitor has been, and the numbers of stops. */
export function PlanNumbers({ drawing, scale, sizes, visited, stops }: PlanNumbersProps) {
  const byId = new Map(drawing.places.map((drawn) => [drawn.place.properties.id, drawn]));
  const ticked = drawing.places.filter(({ place }) => visited.has(place.properties.id));
  return (
    <g transform={`scale(${1 / scale})`}>
      {ticked.map((drawn) => (
        <Tick key={drawn.place.properties.id} {...{ drawn, scale, sizes }} />
      ))}
      {stops.map((id, index) => {
        const drawn = byId.get(id);
        if (!drawn) return null;
        const [x, y] = [drawn.at[0] * scale, drawn.at[1] * scale];
        return (
          <g key={id} className="plan-number">
            <circle cx={x} cy={y} r={sizes.mark / 2} />
            <text x={x} y={y} fontSize={sizes.mark * 0.6}>
              {index + 1}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Tick({ drawn, scale, sizes }: { drawn: DrawnPlace; scale: number; sizes: LabelSizes }) {
  const { x, y, width, height } = tickBox(drawn, scale, sizes);
  return (
    <g className="plan-tick">
      <circle cx={x + width / 2} cy={y + height / 2} r={width / 2} />
      <Check x={x + width * 0.15} y={y + height * 0.15} width={width * 0.7} height={height * 0.7} strokeWidth={3.5} />
    </g>
  );
}
