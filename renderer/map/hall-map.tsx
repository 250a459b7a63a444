import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { floorOf, floorsOf, type FloorPlan, type Place } from '../../domain/floor-plan.ts';
import type { Route } from '../../domain/walk/route.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { boxOverAll } from './box-over-all.ts';
import { findPlaceAt } from './find-place-at.ts';
import { HallTools } from './hall-tools.tsx';
import { padBox } from './label-layout.ts';
import { Plan } from './plan.tsx';
import { createPlanDrawing, type PlanDrawing } from './plan-drawing.ts';
import { useSize, type Size } from './use-size.ts';
import { useTextSizes } from './use-text-sizes.ts';
import { useViewport } from './use-viewport.ts';
import { listLegs } from './walk-legs.ts';
import './hall-map.css';

export interface HallMapProps {
  readonly plan: FloorPlan;
  /** Id of the kiosk's place: "you are here". */
  readonly here: string | null;
  /** Id of the place that is shown. */
  readonly shown?: string | null;
  /** From here to the first stop, from there to the second, and so on. */
  readonly routes?: readonly Route[];
  /** Ids of places, numbered from 1. */
  readonly stops?: readonly string[];
  /** Ids of places that stand out, such as those a search found. */
  readonly highlighted?: ReadonlySet<string>;
  /** A place was touched. */
  readonly onChoose: (place: Place) => void;
}

const nothing: readonly never[] = [];
const none: ReadonlySet<string> = new Set();

/** The event's floors, one at a time, to pan and pinch. */
export function HallMap(props: HallMapProps) {
  const { plan, here, shown = null, routes = nothing, stops = nothing, highlighted = none, onChoose } = props;
  const { t } = useTranslation();
  const { visited } = useShortlist();
  const placeOf = (id: string | null) => plan.features.find(({ properties }) => properties.id === id) ?? null;
  const herePlace = useMemo(() => plan.features.find(({ properties }) => properties.id === here) ?? null, [plan, here]);
  const facing = herePlace?.properties.facing ?? 0;
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const size = useSize(frame);
  const [turned, setTurned] = useState<boolean | null>(null);

  const firstFloor = () => {
    const [wanted = herePlace] = [routes[0] ? herePlace : null, placeOf(shown)].filter((place) => place !== null);
    const found = plan.features.filter(({ properties }) => highlighted.has(properties.id));
    const isHere = wanted !== null && found.some((place) => floorOf(place, plan) === floorOf(wanted, plan));
    const start = shown === null && found[0] && !isHere ? found[0] : wanted;
    return start ? floorOf(start, plan) : floorsOf(plan)[0].id;
  };
  const [floor, setFloor] = useState(firstFloor);
  const [seen, setSeen] = useState({ shown, routes });
  if (seen.shown !== shown || seen.routes !== routes) {
    // Another way begins where the visitor stands.
    setSeen({ shown, routes });
    setFloor(firstFloor());
  }

  const upright = useMemo(() => createPlanDrawing({ plan, floor }), [plan, floor]);
  const ahead = useMemo(
    () => (facing === 0 ? upright : createPlanDrawing({ plan, floor, direction: facing })),
    [upright, plan, floor, facing],
  );
  const isAhead = turned ?? !isMuchSmaller(ahead, upright, size);
  const [drawing, direction] = isAhead ? [ahead, facing] : [upright, 0];
  const allLegs = useMemo(() => listLegs(routes), [routes]);
  const legs = useMemo(() => allLegs.filter((leg) => leg.floor === floor), [allLegs, floor]);
  const sizes = useTextSizes();
  const usualSide = useMemo(() => findUsualSide(drawing), [drawing]);
  const { sheet, wholeScale, view, moves } = useViewport({
    frame,
    size,
    width: drawing.width,
    height: drawing.height,
    mostScale: (36 * sizes.rem) / usualSide,
    showScale: (6 * sizes.rem) / usualSide,
  });
  const focus = useMemo(() => {
    const wanted = (id: string) => id === shown || stops.includes(id) || highlighted.has(id);
    const boxes = drawing.places.filter(({ place }) => wanted(place.properties.id)).map(({ box }) => box);
    const points = legs
      .flatMap(({ positions }) => positions.map(drawing.point))
      .map(([x, y]) => ({ x, y, width: 0, height: 0 }));
    const box = boxOverAll([...boxes, ...points]);
    return box && padBox(box, 3 + Math.max(box.width, box.height) * 0.08);
  }, [drawing, legs, shown, stops, highlighted]);
  useEffect(() => {
    if (focus) moves.show(focus);
  }, [focus, moves]);

  const isOnFloor = herePlace !== null && floorOf(herePlace, plan) === floor;
  return (
    <div className="hall-map">
      <div
        className="plan-frame"
        ref={setFrame}
        role="group"
        aria-label={t('map.title')}
        onClick={({ clientX, clientY }) => {
          if (!view) return;
          const found = findPlaceAt(
            drawing.places,
            [...moves.locate(clientX, clientY)],
            (2.4 * sizes.rem) / view.scale,
          );
          if (found) onChoose(found.place);
        }}
      >
        <div className="plan-sheet" ref={sheet}>
          {wholeScale !== null && view ? (
            <Plan
              {...{ drawing, wholeScale, view, sizes, direction, shown, legs, stops, highlighted, visited, onChoose }}
              here={isOnFloor ? herePlace : null}
              onFollow={({ to }) => {
                setFloor(to);
              }}
              onCursor={({ box }) => {
                if (!view.isWhole) moves.show(padBox(box, drawing.width / 10));
              }}
            />
          ) : null}
        </div>
      </div>
      <HallTools
        floor={floor}
        walkedFloors={allLegs.map((leg) => leg.floor)}
        onFloor={setFloor}
        isAhead={facing === 0 ? null : isAhead}
        onTurn={setTurned}
        isWhole={view?.isWhole ?? true}
        moves={moves}
      />
    </div>
  );
}

/** Whether what lies ahead should not be up at first: the plan would have to be so much smaller that nobody could read it. */
function isMuchSmaller(ahead: PlanDrawing, upright: PlanDrawing, size: Size | null): boolean {
  if (!size) return false;
  const [turned, straight] = [ahead, upright].map(({ width, height }) =>
    Math.min(size.width / width, size.height / height),
  );
  return (turned ?? 0) < (straight ?? 0) * 0.75;
}

/** Of the stands on a floor, or what a stand usually is: the shorter side, metres. */
function findUsualSide({ places }: PlanDrawing): number {
  const sides = places
    .filter(({ place }) => place.properties.kind === 'stand')
    .map(({ box }) => Math.min(box.width, box.height))
    .toSorted((one, other) => one - other);
  return sides[Math.floor(sides.length / 2)] ?? 3;
}
