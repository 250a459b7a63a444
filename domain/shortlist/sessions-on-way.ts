import { floorOf, type FloorPlan, type Place, type Position } from '../floor-plan.ts';
import { findCrossing, measure, nearestOnSegment, toSegments, type Segment } from '../geometry.ts';
import type { Session } from '../session.ts';
import type { Route } from '../walk/route.ts';

/** Metres from the way to the room or stage: one sees and hears that something begins there. */
const nearby = 12;
/** Minutes that a visitor stands at a booth. */
const minutesAtBooth = 5;
/** Minutes that a visitor would wait for a session, or come late to it. */
const patience = 15;

interface OnWayTask {
  readonly plan: FloorPlan;
  /** From here to the first stop, from there to the second, and so on. */
  readonly routes: readonly Route[];
  readonly sessions: readonly Session[];
  /** Ids of sessions that the visitor keeps or has a seat in: of two at once, they are named. */
  readonly wanted: ReadonlySet<string>;
  /** `YYYY-MM-DDTHH:MM` at the event. */
  readonly now: string;
}

/**
 * For each stretch of a walk the session that falls on it: near to the way, and beginning about when the visitor comes by. A session is
 * named once, where the way comes nearest; a stretch has one.
 */
export function findSessionsOnWay({ plan, routes, sessions, wanted, now }: OnWayTask): readonly (Session | null)[] {
  const placeById = new Map(plan.features.map((place) => [place.properties.id, place]));
  const passing = listPassing(routes, now);
  const found: (Session | null)[] = routes.map(() => null);
  const coming = sessions
    .filter(({ start, end }) => end > now && start <= addMinutes(passing.at(-1)?.until ?? now, patience))
    .toSorted((a, b) => Number(wanted.has(b.id)) - Number(wanted.has(a.id)) || (a.start < b.start ? -1 : 1));
  for (const session of coming) {
    const place = session.place === undefined ? undefined : placeById.get(session.place);
    if (!place) continue;
    const best = routes
      .map((route, index) => ({ index, metres: measureToRoute(place, route, plan) }))
      .filter(({ index, metres }) => metres <= nearby && found[index] === null && isInTime(session, passing[index]))
      .toSorted((a, b) => a.metres - b.metres)[0];
    if (best) found[best.index] = session;
  }
  return found;
}

interface Passing {
  readonly from: string;
  readonly until: string;
}

/** When a visitor who sets off now walks each stretch, and talks at its end. */
function listPassing(routes: readonly Route[], now: string): readonly Passing[] {
  let minutes = 0;
  return routes.map(({ seconds }) => {
    const from = addMinutes(now, Math.floor(minutes));
    minutes += seconds / 60 + minutesAtBooth;
    return { from, until: addMinutes(now, Math.ceil(minutes)) };
  });
}

function isInTime({ start }: Session, passing: Passing | undefined): boolean {
  return (
    passing !== undefined &&
    start >= addMinutes(passing.from, -patience) &&
    start <= addMinutes(passing.until, patience)
  );
}

/** Times at the event are compared as they are written; a day begins after 23:59. */
function addMinutes(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** Metres from the edge of a place to the nearest point of a way; infinite on other floors. */
function measureToRoute(place: Place, { legs }: Route, plan: FloorPlan): number {
  const floor = floorOf(place, plan);
  const edges = listEdges(place);
  const ways = legs.filter((leg) => leg.floor === floor).flatMap((leg) => toStretches(leg.positions));
  return Math.min(Infinity, ...ways.flatMap((way) => edges.map((edge) => measureBetween(edge, way))));
}

function listEdges({ geometry }: Place): readonly Segment[] {
  switch (geometry.type) {
    case 'Point':
      return toStretches([geometry.coordinates]);
    case 'LineString':
      return toSegments(geometry.coordinates);
    case 'Polygon':
      return geometry.coordinates.flatMap(toSegments);
  }
}

/** A line of one position is a stretch of no length. */
function toStretches(positions: readonly Position[]): readonly Segment[] {
  const [only] = positions;
  return positions.length === 1 && only ? [[only, only]] : toSegments(positions);
}

function measureBetween(one: Segment, other: Segment): number {
  if (findCrossing(one, other)) return 0;
  return Math.min(
    ...one.map((position) => measure(position, nearestOnSegment(position, other))),
    ...other.map((position) => measure(position, nearestOnSegment(position, one))),
  );
}
