import { chamfer } from '../../domain/chamfer.ts';
import type { FloorPlan, Place, Position } from '../../domain/floor-plan.ts';
import { localise, type Language } from '../../domain/localised.ts';
import { anchorOf } from '../../domain/place-shape.ts';
import { padBox, placeLabel } from './label-place.ts';
import { MapLabel } from './map-label.tsx';
import { MapSign } from './map-sign.tsx';
import type { Measures } from './measures.ts';
import { drawPlanInDots, type PlanInDots } from './plan-in-dots.ts';
import { widthInEms } from './text-width.ts';

/** Cut of the way's corners, metres. */
const cornerCut = 1.2;

export interface MapDrawingProps {
  readonly plan: FloorPlan;
  readonly language: Language;
  readonly measures: Measures;
  readonly route: readonly Position[] | null;
  /** Numbered from 1. */
  readonly stops: readonly { readonly placeId: string }[];
  readonly youAreHere: { readonly placeId: string; readonly label: string } | null;
}

/** The hall in black lines: what stands there thin, the way thick, numbers white in black circles. */
export function MapDrawing({ plan, language, measures, route, stops, youAreHere }: MapDrawingProps) {
  const { hairline } = measures;
  const drawing = drawPlanInDots(plan, measures.width - 2 * measures.margin, 2 * hairline);
  const placeOf = (id: string) => plan.features.find((place) => place.properties.id === id);
  const here = youAreHere ? placeOf(youAreHere.placeId) : undefined;
  return (
    <svg className="map-drawing" width={drawing.width} height={drawing.height} aria-hidden="true">
      {plan.features.map((place) => (
        <MapPlace key={place.properties.id} {...{ place, drawing, measures, language }} />
      ))}
      {route !== null && <Way route={route} drawing={drawing} measures={measures} />}
      {here && youAreHere ? (
        <YouAreHere place={here} label={youAreHere.label} {...{ plan, route, drawing, measures }} />
      ) : null}
      {stops.map(({ placeId }, index) => {
        const place = placeOf(placeId);
        return place ? (
          <MapMark key={placeId} at={drawing.point(anchorOf(place))} number={index + 1} measures={measures} />
        ) : null;
      })}
    </svg>
  );
}

interface MapPlaceProps {
  readonly place: Place;
  readonly drawing: PlanInDots;
  readonly measures: Measures;
  readonly language: Language;
}

function MapPlace({ place, drawing, measures, language }: MapPlaceProps) {
  const { kind, label, name } = place.properties;
  const { hairline } = measures;
  switch (kind) {
    case 'walkway':
    case 'kiosk':
      return null;
    case 'hall':
      return <path className="map-outline" d={drawing.outline(place)} strokeWidth={2 * hairline} />;
    case 'stand':
    case 'stage':
    case 'room': {
      const text = kind === 'stand' ? label : name && localise(name, language).text;
      return (
        <>
          <path className="map-outline" d={drawing.outline(place)} strokeWidth={hairline} />
          {text !== undefined && (
            <MapLabel text={text} at={drawing.point(anchorOf(place))} room={drawing.boxOf(place)} measures={measures} />
          )}
        </>
      );
    }
    case 'entrance':
    case 'toilet':
    case 'lift':
    case 'escalator':
    case 'stairs':
    case 'ramp':
    case 'first-aid':
    case 'food':
    case 'cloakroom':
    case 'information':
      return (
        <>
          <path className="map-outline" d={drawing.outline(place)} strokeWidth={hairline} />
          <MapSign kind={kind} at={drawing.point(anchorOf(place))} room={drawing.boxOf(place)} measures={measures} />
        </>
      );
  }
}

interface WayProps {
  readonly route: readonly Position[];
  readonly drawing: PlanInDots;
  readonly measures: Measures;
}

function Way({ route, drawing, measures }: WayProps) {
  const path = drawing.line(chamfer(route, cornerCut));
  const width = Math.round(8 * measures.unit);
  return (
    <g className="map-way">
      <path d={path} stroke="#fff" strokeWidth={width + 4 * measures.hairline} />
      <path d={path} stroke="#000" strokeWidth={width} />
    </g>
  );
}

function MapMark({ at: [x, y], number, measures }: { at: Position; number: number; measures: Measures }) {
  const radius = Math.round(18 * measures.unit);
  return (
    <g className="map-mark">
      <circle cx={x} cy={y} r={radius + measures.hairline} fill="#fff" />
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y} fontSize={Math.round(26 * measures.unit)}>
        {number}
      </text>
    </g>
  );
}

interface YouAreHereProps {
  readonly place: Place;
  readonly label: string;
  readonly plan: FloorPlan;
  readonly route: readonly Position[] | null;
  readonly drawing: PlanInDots;
  readonly measures: Measures;
}

function YouAreHere({ place, label, plan, route, drawing, measures }: YouAreHereProps) {
  const { unit, caption, hairline } = measures;
  const [x, y] = drawing.point(anchorOf(place));
  const radius = Math.round(11 * unit);
  const signs = plan.features.filter(isDrawnApart).map((feature) => {
    const isPoint = feature.geometry.type === 'Point';
    return padBox(drawing.boxOf(feature), isPoint ? caption * 0.7 : hairline);
  });
  const box = placeLabel({
    at: [x, y],
    size: { width: Math.round(widthInEms(label) * caption * 1.1), height: caption },
    gap: Math.round(radius * 1.7),
    sheet: { width: drawing.width, height: drawing.height - caption / 2 },
    line: drawing.boxesAlong(route ?? [], Math.round(12 * unit)),
    obstacles: signs,
  });
  const isLeft = box.x + box.width < x;
  const isBeside = isLeft || box.x > x;
  return (
    <g className="map-here">
      <circle cx={x} cy={y} r={radius + hairline} fill="#fff" />
      <circle cx={x} cy={y} r={radius} />
      <text
        x={isLeft ? box.x + box.width : isBeside ? box.x : x}
        y={Math.round(box.y + box.height / 2)}
        textAnchor={isLeft ? 'end' : isBeside ? 'start' : 'middle'}
        fontSize={caption}
        strokeWidth={3 * hairline}
      >
        {label}
      </text>
    </g>
  );
}

/** What a label must not cover. */
function isDrawnApart({ properties: { kind } }: Place): boolean {
  return kind !== 'hall' && kind !== 'walkway' && kind !== 'kiosk';
}
