import { memo } from 'react';
import { boxesMeet, type Box } from './label-layout.ts';
import { PlaceSign } from './place-sign.tsx';
import { lineHeight, scaleBox } from './plan-label-wishes.ts';
import type { PlanLabels } from './plan-labels.ts';

interface PlanTextsProps {
  readonly labels: PlanLabels;
  /** CSS pixels a metre for which the labels were laid out. */
  readonly scale: number;
  /** What is seen and what is around it, metres of the picture. */
  readonly drawn: Box;
  /** Ids of places whose label stands out. */
  readonly told: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
}

/** Names and signs, as large as they are read whatever the scale; only those near what is seen. */
export const PlanTexts = memo(function PlanTexts({ labels, scale, drawn, told, visited }: PlanTextsProps) {
  const isNear = (box: Box) => boxesMeet(scaleBox(box, 1 / scale), drawn);
  return (
    <g className="plan-texts" transform={`scale(${1 / scale})`}>
      {labels.signs
        .filter(({ box }) => isNear(box))
        .map(({ place, box }) => (
          <PlaceSign key={place.properties.id} kind={place.properties.kind} box={box} />
        ))}
      {labels.texts
        .filter(({ look }) => isNear(look.box))
        .map(({ drawn: { place }, look: { box, lines, size, hasName, isOutside } }) => {
          const { id, kind } = place.properties;
          const classes = [
            'plan-text',
            `plan-text-${kind}`,
            told.has(id) ? 'plan-text-told' : '',
            visited.has(id) ? 'plan-text-visited' : '',
            hasName ? 'plan-text-named' : '',
            isOutside ? 'plan-text-outside' : '',
          ];
          const x = box.x + box.width / 2;
          return (
            <text key={id} className={classes.filter(Boolean).join(' ')} fontSize={size}>
              {lines.map((line, index) => (
                <tspan key={index} x={x} y={box.y + size / 2 + index * size * lineHeight}>
                  {line}
                </tspan>
              ))}
            </text>
          );
        })}
    </g>
  );
});
