import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entersInside, toOutline, toSegments } from '../geometry.ts';
import { secondsOfChange } from './costs.ts';
import { gridPlans, halfAisle, listDoorsOf, type GridPlan } from './grid-plan.fixture.ts';
import { createWalkNetwork } from './network.ts';

/** The naive answer: the shortest way between any two nodes by way of each other node (Floyd and Warshall). */
function measureAllWays({ floors, aisles, cells, crossings }: GridPlan, stepFree: boolean) {
  const nameOf = (floor: string, [x, y]: readonly [number, number]) => `${floor} ${x} ${y}`;
  const edges: { from: string; to: string; seconds: number }[] = [];
  const join = (from: string, to: string, seconds: number) =>
    edges.push({ from, to, seconds }, { from: to, to: from, seconds });
  for (const { floor, ends } of aisles) {
    const [[ax, ay], [bx, by]] = ends;
    const [middle, half] = [[(ax + bx) / 2, (ay + by) / 2] as const, Math.hypot(bx - ax, by - ay) / 2];
    for (const end of ends) join(nameOf(floor, end), nameOf(floor, middle), half);
  }
  const doorsOf = new Map(
    cells.map((cell) => [cell, listDoorsOf(cell, aisles).map(({ foot }) => nameOf(cell.floor, foot))]),
  );
  for (const one of cells) {
    for (const other of cells) {
      const isOneWay = one.shaft !== null && one.shaft === other.shaft && one.floor !== other.floor;
      if (!isOneWay || one.kind === 'stand' || (stepFree && one.kind !== 'lift')) continue;
      const apart = Math.abs(floors.indexOf(one.floor) - floors.indexOf(other.floor));
      const seconds = secondsOfChange(one.kind, apart) + 2 * halfAisle;
      for (const from of doorsOf.get(one) ?? []) for (const to of doorsOf.get(other) ?? []) join(from, to, seconds);
    }
  }
  const names = [
    ...new Set([...edges.map(({ from }) => from), ...crossings.map(({ floor, at }) => nameOf(floor, at))]),
  ];
  const index = new Map(names.map((name, number) => [name, number]));
  const least = names.map((_, from) => names.map((__, to) => (from === to ? 0 : Infinity)));
  for (const { from, to, seconds } of edges) {
    const row = least[index.get(from) ?? -1];
    const column = index.get(to) ?? -1;
    if (row) row[column] = Math.min(row[column] ?? Infinity, seconds);
  }
  for (const by of least.keys()) {
    for (const row of least) {
      for (const to of row.keys())
        row[to] = Math.min(row[to] ?? Infinity, (row[by] ?? Infinity) + (least[by]?.[to] ?? Infinity));
    }
  }
  const feetOf = new Map<string, { feet: readonly string[]; seconds: number }>([
    ...crossings.map(({ id, floor, at }) => [id, { feet: [nameOf(floor, at)], seconds: 0 }] as const),
    ...cells.map((cell) => [cell.ids[0] ?? '', { feet: doorsOf.get(cell) ?? [], seconds: halfAisle }] as const),
  ]);
  return (from: string, to: string): number => {
    const [start, end] = [feetOf.get(from), feetOf.get(to)];
    const ways = (start?.feet ?? []).flatMap((one) =>
      (end?.feet ?? []).map((other) => least[index.get(one) ?? -1]?.[index.get(other) ?? -1] ?? Infinity),
    );
    return Math.min(...ways) + (start?.seconds ?? 0) + (end?.seconds ?? 0);
  };
}

/** Places that have aisles on all their sides: crossings, and what fills a cell alone. */
const listEnds = ({ crossings, cells }: GridPlan) => [
  ...crossings.map(({ id }) => id),
  ...cells.flatMap(({ ids }) => (ids.length === 1 ? ids : [])),
];

const tasks = gridPlans.chain((grid) =>
  fc.record({
    grid: fc.constant(grid),
    ends: fc.array(fc.tuple(fc.constantFrom(...listEnds(grid)), fc.constantFrom(...listEnds(grid))), {
      minLength: 8,
      maxLength: 8,
    }),
    stepFree: fc.boolean(),
  }),
);

describe('a way on any plan of aisles, floors and shafts', () => {
  it('takes as long as the naive answer says, and as long back', () => {
    fc.assert(
      fc.property(tasks, ({ grid, ends, stepFree }) => {
        const { findRoute } = createWalkNetwork(grid.plan);
        const naive = measureAllWays(grid, stepFree);
        for (const [from, to] of ends) {
          const [there, back] = [findRoute({ from, to, stepFree }), findRoute({ from: to, to: from, stepFree })];
          const seconds = from === to ? 0 : naive(from, to);
          expect(there.ok).toBe(seconds < Infinity);
          if (there.ok) expect(there.value.seconds).toBeCloseTo(seconds, 6);
          if (back.ok) expect(back.value.seconds).toBeCloseTo(seconds, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hangs together, enters no stand, and takes no stairs when it must not', () => {
    fc.assert(
      fc.property(tasks, ({ grid, ends, stepFree }) => {
        const { findRoute } = createWalkNetwork(grid.plan);
        for (const [from, to] of ends) {
          const found = findRoute({ from, to, stepFree });
          if (!found.ok) continue;
          const { legs, changes, metres } = found.value;
          expect(legs).toHaveLength(changes.length + 1);
          expect(changes.map((change) => [change.from, change.to])).toEqual(
            changes.map((_, index) => [legs[index]?.floor, legs[index + 1]?.floor]),
          );
          expect(legs.reduce((total, leg) => total + leg.metres, 0)).toBeCloseTo(metres, 6);
          if (stepFree) expect(changes.filter(({ by }) => by !== 'lift')).toEqual([]);
          for (const { floor, positions } of legs) {
            const stands = grid.plan.features.flatMap(({ properties: { kind, floor: on }, geometry }) =>
              kind === 'stand' && on === floor && geometry.type === 'Polygon' ? [toOutline(geometry.coordinates)] : [],
            );
            for (const piece of toSegments(positions))
              expect(stands.some((stand) => entersInside(piece, stand))).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
