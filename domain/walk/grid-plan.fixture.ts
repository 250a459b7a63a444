import fc from 'fast-check';
import type { FloorPlan, Place, Position } from '../floor-plan.ts';
import type { FloorChanger } from './route.ts';

/** Aisles along two directions on several floors; what stands between them is drawn at random. */
export interface GridPlan {
  readonly plan: FloorPlan;
  readonly floors: readonly string[];
  readonly aisles: readonly Aisle[];
  readonly cells: readonly Cell[];
  /** Where aisles end or meet; a kiosk stands at each. */
  readonly crossings: readonly Crossing[];
}

/** From one crossing to the next. */
export interface Aisle {
  readonly floor: string;
  readonly ends: readonly [Position, Position];
}

export interface Crossing {
  readonly id: string;
  readonly floor: string;
  readonly at: Position;
}

/** What fills the ground between four crossings. */
export interface Cell {
  readonly floor: string;
  /** Ids of stands from left to right, or of the one place. */
  readonly ids: readonly string[];
  readonly kind: 'stand' | FloorChanger;
  readonly shaft: string | null;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** From the middle of an aisle to what stands beside it, in metres. */
export const halfAisle = 1.5;

const gap = fc.integer({ min: 10, max: 16 });
const content = fc.constantFrom('one stand', 'two stands', 'three stands', 'lift', 'escalator', 'stairs', 'nothing');
const mostFloors = 3;
const mostGaps = 3;

export const gridPlans: fc.Arbitrary<GridPlan> = fc
  .record({
    columns: fc.array(gap, { minLength: 1, maxLength: mostGaps }),
    rows: fc.array(gap, { minLength: 1, maxLength: mostGaps }),
    floors: fc.integer({ min: 1, max: mostFloors }),
    contents: fc.array(content, { minLength: mostFloors * mostGaps ** 2, maxLength: mostFloors * mostGaps ** 2 }),
    /** One aisle in six is not there. */
    gone: fc.array(
      fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
      { minLength: 80, maxLength: 80 },
    ),
  })
  .map(({ columns, rows, floors, contents, gone }) => {
    const [xs, ys] = [columns, rows].map((gaps) => gaps.reduce((all, each) => [...all, (all.at(-1) ?? 0) + each], [0]));
    return drawGrid({ xs: xs ?? [], ys: ys ?? [], floors, contents, gone });
  })
  .filter(({ aisles }) => aisles.length > 0);

interface Drawn {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly floors: number;
  readonly contents: readonly string[];
  readonly gone: readonly boolean[];
}

function drawGrid({ xs, ys, floors, contents, gone }: Drawn): GridPlan {
  const names = Array.from({ length: floors }, (_, number) => `floor-${number}`);
  const [isGone, filling] = [takeFrom(gone, false), takeFrom(contents, 'nothing')];
  const crossings = names.flatMap((floor) =>
    xs.flatMap((x, column) => ys.map((y, row): Crossing => ({ id: `${floor}-${column}-${row}`, floor, at: [x, y] }))),
  );
  const aisles = names
    .flatMap((floor) => [
      ...ys.flatMap((y) => pairs(xs).map(([a, b]): Aisle => ({ floor, ends: [[a, y], [b, y]] }))), // prettier-ignore
      ...xs.flatMap((x) => pairs(ys).map(([a, b]): Aisle => ({ floor, ends: [[x, a], [x, b]] }))), // prettier-ignore
    ])
    .filter(() => !isGone());
  const cells = names.flatMap((floor, number) =>
    pairs(xs).flatMap(([left, right], column) =>
      pairs(ys).flatMap(([bottom, top], row): Cell[] => {
        const bounds = {
          left: left + halfAisle,
          right: right - halfAisle,
          bottom: bottom + halfAisle,
          top: top - halfAisle,
        };
        return fill(filling(), { floor, number, column, row, ...bounds });
      }),
    ),
  );
  // Where no aisle passes, nothing is entered: such a place would be reached in a way that no naive answer knows.
  const entered = cells.filter((cell) => listDoorsOf(cell, aisles).length > 0);
  const met = crossings.filter(({ floor, at }) =>
    aisles.some(({ floor: on, ends }) => on === floor && ends.some(([x, y]) => x === at[0] && y === at[1])),
  );
  const features = [
    ...met.map(({ id, floor, at }) => place({ id, kind: 'kiosk', floor }, { type: 'Point', coordinates: at })),
    ...aisles.map(({ floor, ends }, index) =>
      place({ id: `aisle-${index}`, kind: 'walkway', floor }, { type: 'LineString', coordinates: [...ends] }),
    ),
    ...entered.flatMap(drawCell),
  ];
  const plan: FloorPlan = {
    type: 'FeatureCollection',
    coordinateSystem: 'metres',
    floors: names.map((id, ordinal) => ({ id, ordinal })),
    features,
  };
  return { plan, floors: names, aisles, cells: entered, crossings: met };
}

type Ground = Omit<Cell, 'ids' | 'kind' | 'shaft'> & {
  readonly number: number;
  readonly column: number;
  readonly row: number;
};

function fill(what: string, { number, column, row, ...bounds }: Ground): Cell[] {
  const id = `${number}-${column}-${row}`;
  const stands = ['one stand', 'two stands', 'three stands'].indexOf(what) + 1;
  if (stands > 0) {
    const ids = Array.from({ length: stands }, (_, index) => `stand-${id}-${index}`);
    return [{ ...bounds, ids, kind: 'stand', shaft: null }];
  }
  switch (what) {
    case 'lift':
    case 'escalator':
    case 'stairs':
      // Shafts lie apart on different floors, as they do in halls one above the other.
      return [{ ...bounds, ids: [`${what}-${id}`], kind: what, shaft: `${what}-${(column + row + number) % 2}` }];
    default:
      return [];
  }
}

function drawCell({ floor, ids, kind, shaft, left, right, bottom, top }: Cell): Place[] {
  const width = (right - left) / ids.length;
  return ids.map((id, index) => {
    const [west, east] = [left + index * width, left + (index + 1) * width];
    const ring: Position[] = [[west, bottom], [east, bottom], [east, top], [west, top], [west, bottom]]; // prettier-ignore
    const named = kind === 'stand' ? { label: id.slice(0, 16) } : {};
    return place(
      { id, kind, floor, ...(shaft === null ? {} : { shaft }), ...named },
      { type: 'Polygon', coordinates: [ring] },
    );
  });
}

/** Where the one place of a cell is entered, and from where on which aisle: from all aisles around it. */
export function listDoorsOf({ floor, left, right, bottom, top }: Cell, aisles: readonly Aisle[]) {
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const feet: Position[] = [[x, bottom - halfAisle], [x, top + halfAisle], [left - halfAisle, y], [right + halfAisle, y]]; // prettier-ignore
  return feet.flatMap((foot) => {
    const aisle = aisles.find(({ floor: on, ends: [[ax, ay], [bx, by]] }) => {
      const isMiddle = Math.abs((ax + bx) / 2 - foot[0]) < 0.01 && Math.abs((ay + by) / 2 - foot[1]) < 0.01;
      return on === floor && isMiddle;
    });
    return aisle === undefined ? [] : [{ foot, aisle }];
  });
}

function place(properties: Place['properties'], geometry: Place['geometry']): Place {
  return { type: 'Feature', properties, geometry };
}

function pairs(values: readonly number[]): [number, number][] {
  return values.slice(1).map((value, index) => [values[index] ?? value, value]);
}

/** One after the other, the last of them for ever. */
function takeFrom<Value>(values: readonly Value[], otherwise: Value): () => Value {
  let next = 0;
  return () => values[next++] ?? otherwise;
}
