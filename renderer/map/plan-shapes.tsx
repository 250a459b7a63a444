import { memo } from 'react';
import type { PlaceKind } from '../../domain/floor-plan.ts';
import { isSigned } from './place-sign.tsx';
import type { DrawnPlace, PlanDrawing } from './plan-drawing.ts';

/** In the order they are painted. */
const layers = ['hall', 'sign', 'room', 'stage', 'stand'] as const;

/** What stands on the floor: one path for all places of a kind, drawn once, however many stands there are. */
export const PlanShapes = memo(function PlanShapes({ drawing }: { readonly drawing: PlanDrawing }) {
  return layers.map((layer) => {
    const outlines = drawing.places.filter((drawn) => layerOf(drawn) === layer).map(({ outline }) => outline);
    return outlines.length === 0 ? null : <path key={layer} className={`plan-${layer}`} d={outlines.join('')} />;
  });
});

type Layer = (typeof layers)[number];

const layerByKind: Partial<Record<PlaceKind, Layer>> = { hall: 'hall', room: 'room', stage: 'stage', stand: 'stand' };

function layerOf({ place }: DrawnPlace): Layer | null {
  return isSigned(place) ? 'sign' : (layerByKind[place.properties.kind] ?? null);
}
