import { floorOf, floorsOf, type FloorPlan } from '../../domain/floor-plan.ts';
import type { Language } from '../../domain/localised.ts';
import type { Route } from '../../domain/walk/route.ts';
import { listLegs } from '../map/walk-legs.ts';
import { FloorDrawing } from './floor-drawing.tsx';
import type { Measures } from './measures.ts';

export interface MapDrawingProps {
  readonly plan: FloorPlan;
  readonly language: Language;
  readonly measures: Measures;
  /** From here to the first stop, from there to the second, and so on; the way to the last of several is dotted. */
  readonly routes: readonly Route[];
  /** Numbered from 1. */
  readonly stops: readonly { readonly placeId: string }[];
  readonly youAreHere: { readonly placeId: string; readonly label: string } | null;
  /** By id: what stands above a floor where several are drawn. */
  readonly floorNames: Readonly<Record<string, string>>;
}

/** The floors that a walk comes to, in the order of walking: what stands there thin, the way thick, numbers white in black circles. */
export function MapDrawing({ plan, language, measures, routes, stops, youAreHere, floorNames }: MapDrawingProps) {
  const placeById = new Map(plan.features.map((place) => [place.properties.id, place]));
  const floorAt = (id: string) => {
    const place = placeById.get(id);
    return place ? [floorOf(place, plan)] : [];
  };
  const legs = listLegs(routes);
  const walked = [
    ...(youAreHere ? floorAt(youAreHere.placeId) : []),
    ...legs.map(({ floor }) => floor),
    ...stops.flatMap(({ placeId }) => floorAt(placeId)),
  ];
  const floors = walked.length > 0 ? [...new Set(walked)] : [floorsOf(plan)[0].id];
  return floors.map((floor) => (
    <section key={floor} className="map-floor">
      {floors.length > 1 && <h2 className="map-floor-name">{floorNames[floor] ?? floor}</h2>}
      <FloorDrawing {...{ plan, floor, language, measures, stops, youAreHere }} legs={legs} />
    </section>
  ));
}
