import { useEffect, useMemo, useState } from 'react';
import { chamfer } from '../../domain/chamfer.ts';
import { floorOf, floorsOf, type PlaceKind } from '../../domain/floor-plan.ts';
import { anchorOf } from '../../domain/place-shape.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useKiosk } from '../kiosk.tsx';
import { createPlanDrawing, type PlanDrawing } from './plan-drawing.ts';
import { useRoute } from './use-route.ts';
import './attract-hall.css';

const secondsPerBooth = 5;

/** The hall, drawn by the line that leads to one booth after the other. Without a plan there is only the line. */
export function AttractHall() {
  const { floorPlan } = useCatalogue();
  const { greeting } = useKiosk();
  const here = floorPlan?.features.find((place) => place.properties.id === greeting.kiosk.place);
  const drawing = useMemo(() => {
    if (!floorPlan) return null;
    const floor = here ? floorOf(here, floorPlan) : floorsOf(floorPlan)[0].id;
    return createPlanDrawing({ plan: floorPlan, floor, direction: here?.properties.facing ?? 0 });
  }, [floorPlan, here]);
  const stands = useMemo(
    () => drawing?.places.filter(({ place }) => place.properties.kind === 'stand') ?? [],
    [drawing],
  );
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setTurn((number) => number + 1);
    }, secondsPerBooth * 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  // A stride that shares no factor with most counts visits every stand in an order that looks like chance.
  const stand = stands[(turn * 11 + 7) % Math.max(1, stands.length)];
  const route = useRoute(stand?.place.properties.id ?? null);
  if (!drawing) return <span className="attract-hall" />;
  const way = route?.legs[0]?.positions ?? null;
  const end = way?.at(-1);
  return (
    <svg className="attract-hall" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true">
      <path className="attract-stand" d={join(drawing, ['room', 'stage', 'stand'])} />
      {stand ? <path className="attract-stand attract-stand-now" d={stand.outline} /> : null}
      {way ? <path key={turn} className="attract-route" pathLength={1} d={drawing.line(chamfer(way, 1))} /> : null}
      {end ? (
        <circle
          key={`end ${turn}`}
          className="attract-end"
          cx={drawing.point(end)[0]}
          cy={drawing.point(end)[1]}
          r={0.9}
        />
      ) : null}
      {here ? (
        <circle
          className="attract-here"
          cx={drawing.point(anchorOf(here))[0]}
          cy={drawing.point(anchorOf(here))[1]}
          r={1.1}
        />
      ) : null}
    </svg>
  );
}

/** One path around all places of some kinds. */
function join({ places }: PlanDrawing, kinds: readonly PlaceKind[]): string {
  return places
    .filter(({ place }) => kinds.includes(place.properties.kind))
    .map(({ outline }) => outline)
    .join('');
}
