import { chamfer } from '../../domain/chamfer.ts';
import type { FloorPlan, Position } from '../../domain/floor-plan.ts';
import type { Language } from '../../domain/localised.ts';
import { anchorOf } from '../../domain/place-shape.ts';
import { leadsUp, type WalkLeg } from '../map/walk-legs.ts';
import { layOutFloor } from './floor-labels.ts';
import { ChangeMark, HereMark, NumberMark } from './map-marks.tsx';
import { MapLabel } from './map-label.tsx';
import { MapSign } from './map-sign.tsx';
import type { Measures } from './measures.ts';
import { drawPlanInDots, type PlanInDots } from './plan-in-dots.ts';

/** Cut of the way's corners, metres. */
const cornerCut = 1.2;
/** Stands drawn smaller than this, in dots, get thinner walls, or the hall turns black. */
const smallStand = 16;

export interface FloorDrawingProps {
  readonly plan: FloorPlan;
  /** Id of the floor. */
  readonly floor: string;
  readonly language: Language;
  readonly measures: Measures;
  /** Of the whole walk. */
  readonly legs: readonly WalkLeg[];
  /** Of the whole walk, numbered from 1. */
  readonly stops: readonly { readonly placeId: string }[];
  readonly youAreHere: { readonly placeId: string; readonly label: string } | null;
}

/** One floor in black lines. */
export function FloorDrawing(props: FloorDrawingProps) {
  const { plan, floor, language, measures, legs, stops, youAreHere } = props;
  const { hairline } = measures;
  const drawing = drawPlanInDots({ plan, floor, width: measures.width - 2 * measures.margin, edge: 2 * hairline });
  const placeById = new Map(drawing.places.map((place) => [place.properties.id, place]));
  const pointOf = (id: string): Position | null => {
    const place = placeById.get(id);
    return place ? drawing.point(anchorOf(place)) : null;
  };
  const ways = legs.filter((leg) => leg.floor === floor);
  const here = youAreHere ? pointOf(youAreHere.placeId) : null;
  const { marks, changes, hereLabel, signs, texts } = layOutFloor({
    drawing,
    measures,
    language,
    ways,
    stops: stops.flatMap(({ placeId }, index) => {
      const at = pointOf(placeId);
      return at ? [{ number: index + 1, at, placeId }] : [];
    }),
    here: here && youAreHere ? { at: here, label: youAreHere.label } : null,
    leadsUp: (change) => leadsUp(change, plan),
  });
  return (
    <svg className="map-drawing" width={drawing.width} height={drawing.height} aria-hidden="true">
      <Walls drawing={drawing} hairline={hairline} />
      {signs.map((sign) => (
        <MapSign key={`${sign.box.x} ${sign.box.y}`} {...sign} hairline={hairline} />
      ))}
      {texts.map((text) => (
        <MapLabel key={`${text.box.x} ${text.box.y}`} {...text} />
      ))}
      <Ways ways={ways} drawing={drawing} measures={measures} />
      {changes.map((change) => (
        <ChangeMark key={change.at.join(' ')} {...change} measures={measures} />
      ))}
      {here && hereLabel && youAreHere ? (
        <HereMark at={here} label={youAreHere.label} box={hereLabel} measures={measures} />
      ) : null}
      {marks.map((mark) => (
        <NumberMark key={mark.number} {...mark} measures={measures} />
      ))}
    </svg>
  );
}

function Walls({ drawing, hairline }: { readonly drawing: PlanInDots; readonly hairline: number }) {
  const sizes = drawing.places
    .filter(({ properties }) => properties.kind === 'stand')
    .map((place) => {
      const { width, height } = drawing.boxOf(place);
      return Math.min(width, height);
    })
    .toSorted((one, other) => one - other);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? Infinity;
  return drawing.places.map((place) => {
    const { kind, id } = place.properties;
    if (kind === 'walkway' || kind === 'kiosk') return null;
    const thin = kind === 'stand' && usual < smallStand ? 1 : hairline;
    return (
      <path
        key={id}
        className="map-outline"
        d={drawing.outline(place)}
        strokeWidth={kind === 'hall' ? 2 * hairline : thin}
      />
    );
  });
}

interface WaysProps {
  readonly ways: readonly WalkLeg[];
  readonly drawing: PlanInDots;
  readonly measures: Measures;
}

/** The last way lies lowest, so that a dotted one never hides a drawn one. */
function Ways({ ways, drawing, measures }: WaysProps) {
  const width = wayWidth(measures);
  const halo = width + 4 * measures.hairline;
  return (
    <g className="map-way">
      {ways.toReversed().map(({ positions, isDotted }, index) => {
        const path = drawing.line(chamfer(positions, cornerCut));
        return (
          <g key={index}>
            <path d={path} stroke="#fff" strokeWidth={halo} />
            <path
              d={path}
              stroke="#000"
              strokeWidth={width}
              {...(isDotted ? { strokeDasharray: `0 ${2 * width}` } : {})}
            />
          </g>
        );
      })}
    </g>
  );
}

function wayWidth({ unit }: Measures): number {
  return Math.round(8 * unit);
}
