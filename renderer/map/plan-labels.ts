import type { Position } from '../../domain/floor-plan.ts';
import { measure, toSegments, interpolate } from '../../domain/geometry.ts';
import { listBeside } from './beside.ts';
import { boxAround, layOutLabels, sharedArea, type Box, type LabelLook } from './label-layout.ts';
import { isSigned, type SignedPlace } from './place-sign.tsx';
import type { DrawnPlace, PlanDrawing } from './plan-drawing.ts';
import {
  listOutsideLooks,
  listRoomLooks,
  listStandLooks,
  scaleBox,
  type PlanTextLook,
  type TextStyle,
} from './plan-label-wishes.ts';

export interface LabelSizes extends TextStyle {
  /** Side of a sign, CSS pixels. */
  readonly sign: number;
  /** Across the circle with a stop's number. */
  readonly mark: number;
}

export interface PlanLabelTask {
  readonly drawing: PlanDrawing;
  /** CSS pixels a metre. */
  readonly scale: number;
  readonly sizes: LabelSizes;
  /** What is written on a place; null for nothing. */
  readonly textOf: (drawn: DrawnPlace) => PlaceText | null;
  /** Ids of places whose label must be seen, beside them if there is no room. */
  readonly told: ReadonlySet<string>;
  /** Ids of places that bear a number instead of their label. */
  readonly numbered: readonly string[];
  /** Ids of places with a tick on their corner. */
  readonly ticked: ReadonlySet<string>;
  readonly here: { readonly at: Position; readonly width: number } | null;
  /** Where the way leaves the floor, and how wide what is written there is, CSS pixels. */
  readonly exits: readonly { readonly at: Position; readonly width: number; readonly height: number }[];
  /** The ways on this floor, metres of the picture. */
  readonly ways: readonly (readonly Position[])[];
}

export interface PlaceText {
  readonly label: string;
  /** Who is there. */
  readonly name: string | null;
}

export interface PlanLabels {
  readonly here: Box | null;
  readonly exits: readonly (Box | null)[];
  readonly signs: readonly { readonly drawn: DrawnPlace; readonly place: SignedPlace; readonly box: Box }[];
  readonly texts: readonly { readonly drawn: DrawnPlace; readonly look: PlanTextLook }[];
}

/**
 * What is written on the plan and where, CSS pixels of the picture at its present scale. What matters most finds its place first: where the
 * way leaves the floor, "you are here", what is looked for, signs, rooms, then stands.
 */
export function layOutPlan(task: PlanLabelTask): PlanLabels {
  const { drawing, scale, sizes, told, numbered, ticked, here, exits, ways } = task;
  const inPixels = ([x, y]: Position): Position => [x * scale, y * scale];
  const byId = new Map(drawing.places.map((drawn) => [drawn.place.properties.id, drawn]));
  const square = (at: Position, side: number) => boxAround(inPixels(at), { width: side, height: side });
  const marks = [
    ...(here ? [square(here.at, sizes.mark * 0.9)] : []),
    ...numbered.flatMap((id) => byId.get(id) ?? []).map(({ at }) => square(at, sizes.mark)),
    ...[...ticked].flatMap((id) => byId.get(id) ?? []).map((drawn) => tickBox(drawn, scale, sizes)),
  ];
  const walked = ways.flatMap((way) => boxesAlong(way.map(inPixels), sizes.leastSize * 0.5));
  const picture = { x: 0, y: 0, width: drawing.width * scale, height: drawing.height * scale };
  const rooms = drawing.places
    .filter(({ place }) => isRoom(place.properties.kind))
    .map(({ box }) => scaleBox(box, scale));
  const place = (wishes: readonly (readonly LabelLook[])[], obstacles: readonly Box[]) =>
    layOutLabels({ wishes, picture, obstacles: [...marks, ...obstacles] });

  const places = drawing.places.filter(({ place: { properties } }) => !numbered.includes(properties.id));
  const [first, rest] = [places.filter(isTold(told)), places.filter((drawn) => !isTold(told)(drawn))];
  // The way ends at what is looked for: its label may lie beside the line's end.
  const firstLooks = place(
    first.map((drawn) => listInsideLooks(task, drawn)),
    [],
  );
  const fixed = [...walked, ...firstLooks.flatMap((look) => (look ? [look.box] : []))];

  const around = (at: Position, size: { width: number; height: number }, gap: number) =>
    sortByCover(listAround(inPixels(at), size, gap), rooms, boxAround(inPixels(at), size));
  const hereWish = here ? around(here.at, { width: here.width, height: sizes.leastSize }, sizes.mark * 0.55) : [];
  const leads = [...exits.map(({ at, width, height }) => around(at, { width, height }, sizes.leastSize)), hereWish];
  const leadLooks = placeAtAnyRate({ wishes: leads, place, obstacles: fixed });
  const [exitLooks, hereLook] = [leadLooks.slice(0, exits.length), leadLooks[exits.length]];

  const beside = (drawn: DrawnPlace) =>
    isSigned(drawn.place)
      ? []
      : sortByCover(listOutsideLooks(textTask(task, drawn)), rooms, scaleBox(drawn.box, scale));
  const outside = first.map((drawn, index) => (firstLooks[index] ? [] : beside(drawn)));
  const ranked = rest.toSorted((one, other) => rankOf(one) - rankOf(other));
  // A stage or a room is what one finds one's way by.
  const inside = ranked.map((drawn) => [
    ...listInsideLooks(task, drawn),
    ...(rankOf(drawn) === 2 ? beside(drawn) : []),
  ]);
  const laidOut = place([...outside, ...inside], [...fixed, ...leadLooks.flatMap((look) => (look ? [look.box] : []))]);
  const looks = [...first, ...ranked].map((drawn, index) => ({
    drawn,
    look: firstLooks[index] ?? laidOut[index] ?? null,
  }));
  return {
    here: hereLook?.box ?? null,
    exits: exitLooks.map((look) => look?.box ?? null),
    signs: looks.flatMap(({ drawn, look }) =>
      look && isSigned(drawn.place) ? [{ drawn, place: drawn.place, box: look.box }] : [],
    ),
    texts: looks.flatMap(({ drawn, look }) => (look && isTextLook(look) ? [{ drawn, look }] : [])),
  };
}

/** What must be told: where there is no free room for it, it lies over the way. */
function placeAtAnyRate(task: {
  wishes: readonly (readonly LabelLook[])[];
  place: (wishes: readonly (readonly LabelLook[])[], obstacles: readonly Box[]) => (LabelLook | null)[];
  obstacles: readonly Box[];
}): (LabelLook | null)[] {
  const { wishes, place, obstacles } = task;
  const free = place(wishes, obstacles);
  const taken = free.flatMap((look) => (look ? [look.box] : []));
  const over = place(
    wishes.map((looks, index) => (free[index] ? [] : looks)),
    taken,
  );
  return free.map((look, index) => look ?? over[index] ?? null);
}

function isTextLook(look: LabelLook): look is PlanTextLook {
  return 'lines' in look;
}

function isTold(told: ReadonlySet<string>): (drawn: DrawnPlace) => boolean {
  return ({ place }) => told.has(place.properties.id);
}

function isRoom(kind: DrawnPlace['place']['properties']['kind']): boolean {
  return kind === 'stand' || kind === 'room' || kind === 'stage';
}

/** Signs, then rooms, then stands. */
function rankOf({ place }: DrawnPlace): number {
  if (isSigned(place)) return 1;
  return place.properties.kind === 'stand' ? 3 : 2;
}

function textTask({ scale, sizes, textOf }: PlanLabelTask, drawn: DrawnPlace) {
  return { drawn, scale, style: sizes, text: textOf(drawn)?.label ?? '' };
}

function listInsideLooks(task: PlanLabelTask, drawn: DrawnPlace): LabelLook[] {
  const { scale, sizes, textOf } = task;
  if (isSigned(drawn.place)) {
    return [{ box: boxAround([drawn.at[0] * scale, drawn.at[1] * scale], { width: sizes.sign, height: sizes.sign }) }];
  }
  const text = textOf(drawn);
  if (!text) return [];
  const common = { drawn, scale, style: sizes };
  if (drawn.place.properties.kind === 'stand') return listStandLooks({ ...common, ...text });
  return listRoomLooks({ ...common, name: text.label });
}

/** Where the tick of a stand that was visited is drawn: on its upper right corner. */
export function tickBox({ box }: DrawnPlace, scale: number, { leastSize }: LabelSizes): Box {
  const side = leastSize * 0.9;
  return boxAround([(box.x + box.width) * scale, box.y * scale], { width: side, height: side });
}

/** Those that cover the least of stands and rooms, and lie the nearest to what they belong to, first. */
function sortByCover<Look extends LabelLook>(looks: readonly Look[], rooms: readonly Box[], near: Box): Look[] {
  const [nearX, nearY] = [near.x + near.width / 2, near.y + near.height / 2];
  const costs = new Map(
    looks.map((look) => {
      const { x, y, width, height } = look.box;
      const covered = rooms.reduce((sum, room) => sum + sharedArea(look.box, room), 0) / (width * height);
      const away = Math.hypot(x + width / 2 - nearX, y + height / 2 - nearY) / (width + height);
      return [look, covered + away * 0.4];
    }),
  );
  return looks.toSorted((one, other) => (costs.get(one) ?? 0) - (costs.get(other) ?? 0));
}

function listAround(at: Position, size: { width: number; height: number }, gap: number): LabelLook[] {
  return [1, 2].flatMap((times) => listBeside({ at, size, gap: gap * times })).map((box) => ({ box }));
}

/** A line as a row of small boxes: a box around a slanted stretch would take more than the line does. */
function boxesAlong(points: readonly Position[], width: number): Box[] {
  return toSegments(points).flatMap((segment) => {
    const pieces = Math.max(1, Math.ceil(measure(...segment) / width));
    return Array.from({ length: pieces + 1 }, (_, index) =>
      boxAround(interpolate(segment, index / pieces), { width, height: width }),
    );
  });
}
