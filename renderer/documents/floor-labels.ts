import type { Place, Position } from '../../domain/floor-plan.ts';
import { localise, type Language } from '../../domain/localised.ts';
import { anchorOf } from '../../domain/place-shape.ts';
import type { FloorChange } from '../../domain/walk/route.ts';
import { listBeside } from '../map/beside.ts';
import { boxAround, layOutLabels, padBox, type Box } from '../map/label-layout.ts';
import { isSigned } from '../map/place-sign.tsx';
import type { WalkLeg } from '../map/walk-legs.ts';
import { placeLabel } from './label-place.ts';
import { listMapTexts, type MapText } from './map-label.tsx';
import { hereRadius, numberRadius, type ChangeMarkPlace, type NumberMarkPlace } from './map-marks.tsx';
import { listMapSigns, type MapSignLook } from './map-sign.tsx';
import type { Measures } from './measures.ts';
import type { PlanInDots } from './plan-in-dots.ts';
import { widthInEms } from './text-width.ts';

interface FloorTask {
  readonly drawing: PlanInDots;
  readonly measures: Measures;
  readonly language: Language;
  readonly ways: readonly WalkLeg[];
  readonly stops: readonly { readonly number: number; readonly at: Position; readonly placeId: string }[];
  readonly here: { readonly at: Position; readonly label: string } | null;
  readonly leadsUp: (change: FloorChange) => boolean;
}

interface FloorLayout {
  readonly marks: readonly NumberMarkPlace[];
  readonly changes: readonly ChangeMarkPlace[];
  /** Beside the dot of "you are here". */
  readonly hereLabel: Box | null;
  readonly signs: readonly MapSignLook[];
  readonly texts: readonly MapText[];
}

/** Where everything that is not to scale goes: numbers first, then the way, "you are here", signs, the names of rooms, and stands. */
export function layOutFloor(task: FloorTask): FloorLayout {
  const { drawing, measures, language, ways, stops, here, leadsUp } = task;
  const { caption, hairline, unit } = measures;
  const picture = { x: 0, y: 0, width: drawing.width, height: drawing.height };
  const side = 2 * (numberRadius(measures) + hairline);
  const circle = { width: side, height: side };
  const changes = ways.flatMap(({ change, positions }) => {
    const end = positions.at(-1);
    return change && end ? [{ at: drawing.point(end), isUp: leadsUp(change) }] : [];
  });
  const dot = here ? [boxAround(here.at, { width: 2 * hereRadius(measures), height: 2 * hereRadius(measures) })] : [];
  const fixed = [...changes.map(({ at }) => boxAround(at, circle)), ...dot];
  const marks = layOutMarks({ stops, circle, picture, fixed });
  const way = ways.flatMap(({ positions }) => drawing.boxesAlong(positions, Math.round(12 * unit)));
  const drawn = [...fixed, ...marks.map(({ at }) => boxAround(at, circle))];

  const [signed, named] = [drawing.places.filter(isSigned), drawing.places.filter((place) => !isSigned(place))];
  const signs = layOutLabels({
    wishes: signed.map((place) => {
      const { kind } = place.properties;
      return listMapSigns({ kind, at: drawing.point(anchorOf(place)), room: drawing.boxOf(place), measures });
    }),
    picture: padBox(picture, caption),
    obstacles: drawn,
  }).filter((sign) => sign !== null);
  const walls = drawing.places.filter(isDrawnApart).map((place) => padBox(drawing.boxOf(place), hairline));
  const hereLabel = here
    ? placeLabel({
        at: here.at,
        size: { width: Math.round(widthInEms(here.label) * caption * 1.1), height: caption },
        gap: Math.round(hereRadius(measures) * 1.7),
        sheet: { width: picture.width, height: picture.height - caption / 2 },
        line: [...way, ...drawn.filter((box) => !dot.includes(box))],
        obstacles: [...walls, ...signs.map(({ box }) => padBox(box, hairline))],
      })
    : null;
  const hasNumber = new Set(stops.map(({ placeId }) => placeId));
  const texts = layOutLabels({
    wishes: [...named]
      .filter(({ properties }) => !hasNumber.has(properties.id))
      .toSorted((one, other) => Number(one.properties.kind === 'stand') - Number(other.properties.kind === 'stand'))
      .map((place) => {
        const text = textOf(place, language);
        if (text === undefined) return [];
        return listMapTexts({ text, at: drawing.point(anchorOf(place)), room: drawing.boxOf(place), measures });
      }),
    picture,
    obstacles: [...drawn, ...way, ...signs.map(({ box }) => box), ...(hereLabel ? [hereLabel] : [])],
  }).filter((text) => text !== null);
  return { marks, changes, hereLabel, signs, texts };
}

/** Numbers of stops that lie closer than their circles are wide move aside. */
function layOutMarks(task: {
  stops: FloorTask['stops'];
  circle: { width: number; height: number };
  picture: Box;
  fixed: readonly Box[];
}): NumberMarkPlace[] {
  const { stops, circle, picture, fixed } = task;
  const wishes = stops.map(({ at }) => [
    { box: boxAround(at, circle) },
    ...[0.6, 1.4, 2.4]
      .flatMap((share) => listBeside({ at, size: circle, gap: circle.width * share }))
      .map((box) => ({ box })),
  ]);
  return layOutLabels({ wishes, picture: padBox(picture, circle.width / 4), obstacles: fixed }).map((look, index) => {
    const stop = stops[index];
    const [at, number]: [Position, number] = stop ? [stop.at, stop.number] : [[0, 0], 0];
    const isAside = look !== null && look !== wishes[index]?.[0];
    return {
      number,
      stop: at,
      at: isAside ? [Math.round(look.box.x + circle.width / 2), Math.round(look.box.y + circle.height / 2)] : at,
    };
  });
}

function textOf({ properties: { kind, label, name } }: Place, language: Language): string | undefined {
  if (kind === 'stand') return label;
  return (kind === 'stage' || kind === 'room') && name ? localise(name, language).text : undefined;
}

/** What a label must not cover. */
function isDrawnApart({ properties: { kind } }: Place): boolean {
  return kind !== 'hall' && kind !== 'walkway' && kind !== 'kiosk';
}
