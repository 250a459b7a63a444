import { floorOf, type FloorPlan, type Place, type Position } from '../../floor-plan.ts';
import { interpolate, measure } from '../../geometry.ts';
import type { Leg } from '../route.ts';
import type { RouteStep } from '../steps.ts';
import { layFloors, type Junctions } from '../floor-ways.ts';
import { findLandmark } from './find-landmark.ts';
import { directionOf, headingOfLine, turnBetween, type Turn } from './headings.ts';
import { parseEnds } from './leg-ends.ts';
import { listStandsPassed } from './stands-passed.ts';
import { oneCorner, splitAtTurns, type Stretch } from './stretches.ts';
import { endsThere, listWaysPassed } from './ways-passed.ts';

interface LegTask {
  readonly plan: FloorPlan;
  readonly leg: Leg;
  /** Ids of the places at its ends. */
  readonly from: string;
  readonly to: string;
  /** Degrees; null when one comes out of a door, or nobody knows. */
  readonly facing: number | null;
}

interface Described {
  readonly steps: RouteStep[];
  /** Where the place at the end is then. */
  readonly side: Turn | 'ahead';
  /** Of the stands on that side; null when there is nothing to count. */
  readonly nth: number | null;
}

/** What a walker does on one floor. */
export function describeLeg({ plan, leg, from, to, facing }: LegTask): Described {
  if (leg.positions.length < 2) return { steps: [], side: 'ahead', nth: null };
  const junctions = layFloors(plan).get(leg.floor)?.junctions;
  if (junctions === undefined) return { steps: [], side: 'ahead', nth: null };
  const places = plan.features.filter((place) => floorOf(place, plan) === leg.floor);
  const [start, end] = [from, to].map((id) => places.find(({ properties }) => properties.id === id));
  const reach = { out: facing === null ? reachOf(start) : oneStep, into: reachOf(end) };
  const { out, line, into } = parseEnds(leg.positions, reach);
  const looks = facing ?? out ?? (start?.geometry.type === 'Polygon' ? headingOfLine(line) : null);
  const stretches = dropShortStart(splitAtTurns(line), { looks, seesAround: facing !== null });
  const floor: Floor = { places, junctions, ends: [from, to] };
  const side = into ?? 'ahead';
  return {
    steps: [
      {
        kind: 'set-off',
        from,
        direction: looks === null ? null : directionOf(turnBetween(looks, startOf(stretches))),
        seenFrom: facing === null ? 'door' : 'screen',
        towards: stretches.length === 1 ? to : findAhead(floor, stretches),
        metres: stretches[0]?.metres ?? 0,
      },
      ...describeTurns(floor, stretches),
    ],
    side,
    nth: side === 'ahead' ? null : countTo(floor, { end, line: stretches.at(-1)?.path ?? [], side }),
  };
}

/** From before a screen to the middle of the aisle, in metres: nobody calls that a way. */
const oneStep = 0.7;

/** How long a way in or out may be, in metres, to be a matter of looking aside. A way to a door that is no stand's may be drawn. */
function reachOf(place: Place | undefined): number {
  return place?.properties.kind === 'stand' ? 6 : 8;
}

/** The few steps to the first corner are part of setting off, unless one would turn about before a door. */
function dropShortStart(
  stretches: readonly Stretch[],
  { looks, seesAround }: { readonly looks: number | null; readonly seesAround: boolean },
): readonly Stretch[] {
  const [first, ...others] = stretches;
  if (first === undefined || others.length === 0 || first.metres >= oneCorner || looks === null) return stretches;
  return seesAround || directionOf(turnBetween(looks, startOf(others))) !== 'around' ? others : stretches;
}

/** The heading in which one sets off. */
function startOf(stretches: readonly Stretch[]): number {
  return headingOfLine(stretches[0]?.path ?? []);
}

interface Floor {
  readonly places: readonly Place[];
  readonly junctions: Junctions;
  /** Ids of where one comes from and where one goes. */
  readonly ends: readonly string[];
}

function describeTurns({ places, junctions, ends }: Floor, stretches: readonly Stretch[]): RouteStep[] {
  return stretches.flatMap((stretch, index): RouteStep[] => {
    const { turn, path } = stretch;
    const corner = path.at(-1);
    if (turn === null || corner === undefined) return [];
    const others = listWaysPassed(junctions, stretch, turn);
    const isEnd = endsThere(junctions, stretch);
    const landmark = findLandmark({ places, corner, others, except: ends, allowsStands: !isEnd });
    const metres = stretches[index + 1]?.metres ?? 0;
    return [{ kind: 'turn', turn, nth: others.length + 1, isEnd, landmark, metres }];
  });
}

/** What stands where the first stretch ends. */
function findAhead({ places, ends }: Floor, [first]: readonly Stretch[]): string | null {
  const [start, corner] = [first?.path[0], first?.path.at(-1)];
  if (start === undefined || corner === undefined) return null;
  return findLandmark({ places, corner, others: [start], except: ends, allowsStands: true });
}

interface Count {
  readonly end: Place | undefined;
  readonly line: readonly Position[];
  readonly side: Turn;
}

/** Looks a little beyond the end of the line: a door need not be in the middle of what one sees of a stand. */
function countTo({ places, ends }: Floor, { end, line, side }: Count): number | null {
  const [before, last] = line.slice(-2);
  if (end?.properties.kind !== 'stand' || before === undefined || last === undefined) return null;
  const length = measure(before, last);
  const beyond = [...line.slice(0, -1), interpolate([before, last], (length + lookBeyond) / length)];
  const passed = listStandsPassed(places, beyond, side).filter(({ properties }) => properties.id !== ends[0]);
  return passed.includes(end) ? passed.indexOf(end) + 1 : null;
}

/** Metres. */
const lookBeyond = 3;
