import { UndirectedGraph } from 'graphology';
import { floorOf, floorsOf, type FloorPlan, type Place, type Position } from '../floor-plan.ts';
import { assert } from '../assert.ts';
import { measure, type Segment } from '../geometry.ts';
import { isFloorChanger } from './floor-changes.ts';
import { findAccesses, layWalkways, splitAt } from './walkways.ts';
import { createWelder } from './weld.ts';

/** Where walkways meet, joined by straight pieces. */
export type Junctions = UndirectedGraph<{ position: Position }, { metres: number }>;

/** The walkways of one floor, and where its places are entered from them. */
export interface FloorWays {
  readonly junctions: Junctions;
  /** Empty for a place that cannot be entered. */
  readonly doorsOf: ReadonlyMap<Place, readonly Door[]>;
}

export interface Door {
  /** On the edge of the place. */
  readonly at: Position;
  /** Where one leaves the walkway. */
  readonly foot: Position;
  /** The piece of walkway on which that lies. */
  readonly piece: Segment;
  /** The two junctions of the piece. */
  readonly ends: readonly [DoorEnd, DoorEnd];
  /** From the foot to the door. */
  readonly metres: number;
}

export interface DoorEnd {
  readonly junction: string;
  /** From there to the door. */
  readonly metres: number;
}

const laid = new WeakMap<FloorPlan, ReadonlyMap<string, FloorWays>>();

/** The ways of every floor by its id, laid once a plan. */
export function layFloors(plan: FloorPlan): ReadonlyMap<string, FloorWays> {
  const floors =
    laid.get(plan) ??
    new Map(
      floorsOf(plan).map(({ id }) => [id, layFloor(plan.features.filter((place) => floorOf(place, plan) === id))]),
    );
  laid.set(plan, floors);
  return floors;
}

/** @param places all of one floor, walkways among them */
function layFloor(places: readonly Place[]): FloorWays {
  const whole = layWalkways(places);
  // Ways go on from lifts, escalators and stairs, so one leaves the walkways for them at junctions.
  const changers = places.filter(({ properties: { kind } }) => isFloorChanger(kind));
  const feet = changers.flatMap((place) => findAccesses(place, whole)).map(({ from }) => from);
  const walkways = { ...whole, pieces: whole.pieces.flatMap((piece) => splitAt(piece, feet)) };
  const { junctions, endsOf } = joinPieces(walkways.pieces);
  const doorsOf = new Map(
    places.map((place) => [
      place,
      findAccesses(place, walkways).map(({ from: foot, to: at, piece }): Door => {
        const metres = measure(foot, at);
        const [first, second] = endsOf(piece);
        const toEnd = (junction: string): DoorEnd => ({
          junction,
          metres: metres + measure(foot, junctions.getNodeAttribute(junction, 'position')),
        });
        return { at, foot, metres, piece, ends: [toEnd(first), toEnd(second)] };
      }),
    ]),
  );
  return { junctions, doorsOf };
}

function joinPieces(pieces: readonly Segment[]) {
  const junctions: Junctions = new UndirectedGraph();
  const weld = createWelder((node, position) => junctions.addNode(node, { position }));
  const ends = new Map<Segment, readonly [string, string]>();
  for (const piece of pieces) {
    const [start, end] = [weld(piece[0]), weld(piece[1])];
    ends.set(piece, [start, end]);
    if (start !== end) junctions.mergeEdge(start, end, { metres: measure(...piece) });
  }
  const endsOf = (piece: Segment): readonly [string, string] => {
    const found = ends.get(piece);
    assert(found !== undefined, 'the piece was joined');
    return found;
  };
  return { junctions, endsOf };
}
