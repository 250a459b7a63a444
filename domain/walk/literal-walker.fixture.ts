import type { Position } from '../floor-plan.ts';
import { halfAisle, type Cell, type GridPlan } from './grid-plan.fixture.ts';
import type { Route } from './route.ts';
import type { RouteStep } from './steps.ts';

type Heading = readonly [number, number];
type StepOf<Kind extends RouteStep['kind']> = Extract<RouteStep, { kind: Kind }>;

/**
 * Walks a grid by its steps alone: it turns, counts ways and stands, and looks for the sign of a lift. What it takes from the route is only
 * through which door it came out of a lift.
 * @returns the id of the place where it ends, or what went wrong
 */
export function followSteps(task: {
  readonly grid: GridPlan;
  readonly steps: readonly RouteStep[];
  readonly route: Route;
  readonly start: { readonly floor: string; readonly at: Position; readonly facing: Heading };
}): string {
  const { grid, steps, route } = task;
  const sides = grid.cells.flatMap(listSides);
  let { floor, at, facing: heading } = task.start;
  let leg = 0;
  const walkTo = (turnsThere: (crossing: Position) => boolean): boolean => {
    for (;;) {
      const end = findEnd(grid, floor, at, heading);
      if (end === null) return false;
      at = end;
      if (turnsThere(at)) return true;
    }
  };
  const turn = ({ turn: side, nth, isEnd, landmark }: StepOf<'turn'>): string | null => {
    const aside = rotate(heading, side);
    const [start, along] = [at, heading];
    let passed = 0;
    const leaves = (crossing: Position) => findEnd(grid, floor, crossing, aside) !== null;
    if (!walkTo((crossing) => leaves(crossing) && ++passed === nth)) return `no way ${nth} on the ${side}`;
    const corner = at;
    if (isEnd && findEnd(grid, floor, corner, along) !== null) return 'the way goes on where it should end';
    if (landmark !== null) {
      at = start;
      walkTo((crossing) => leaves(crossing) && isBeside(grid, crossing, landmark));
      if (at[0] !== corner[0] || at[1] !== corner[1]) return `${landmark} is not where one turns`;
    }
    heading = aside;
    return null;
  };
  /** What one passes on a side, or has ahead, in order; true beside where one stands. */
  const look = (side: StepOf<'arrive'>['side']): { id: string; isHere: boolean }[] => {
    if (side === 'ahead') {
      // One stands before the screen, which may be a step away from the middle of the aisle.
      const isAhead = ({ floor: on, door: [x, y] }: Side) => {
        const away: Heading = [x - at[0], y - at[1]];
        const [ahead, aside] = [dot(away, heading), dot(away, rotate(heading, 'right'))];
        return on === floor && ahead > 0 && ahead < halfAisle + 0.7 && Math.abs(aside) < 0.7;
      };
      return sides.filter(isAhead).map(({ id }) => ({ id, isHere: true }));
    }
    const aside = rotate(heading, side);
    const seen: { id: string; isHere: boolean }[] = [];
    let from: Position | null = at;
    while (from !== null) {
      const [start, end]: [Position, Position | null] = [from, findEnd(grid, floor, from, heading)];
      const length = end === null ? 0 : dot([end[0] - start[0], end[1] - start[1]], heading);
      const found = sides.flatMap(({ id, floor: on, door }) => {
        const away: Heading = [door[0] - start[0], door[1] - start[1]];
        const along = dot(away, heading);
        const isBesideAisle = on === floor && Math.abs(dot(away, aside) - halfAisle) < 0.01;
        return isBesideAisle && along > -0.01 && along < length + 0.01 ? [{ id, along }] : [];
      });
      for (const { id, along } of found.toSorted((a, b) => a.along - b.along))
        seen.push({ id, isHere: start === at && along < 0.01 });
      from = end;
    }
    return seen;
  };
  for (const step of steps) {
    switch (step.kind) {
      case 'set-off':
        if (step.direction === null) return 'nobody knows where to look';
        heading = rotate(heading, step.direction);
        break;
      case 'turn': {
        const fault = turn(step);
        if (fault !== null) return fault;
        break;
      }
      case 'change-floor': {
        if (!look(step.side).some(({ id }) => id === step.place)) return `${step.place} is not ${step.side}`;
        leg += 1;
        const change = route.changes[leg - 1];
        const cell = grid.cells.find(({ ids }) => ids.includes(change?.out ?? ''));
        const door = route.legs[leg]?.positions[0];
        if (!cell || !door || step.to !== cell.floor) return 'the shaft leads nowhere';
        floor = step.to;
        heading = outOf(cell, door);
        at = [door[0] + heading[0] * halfAisle, door[1] + heading[1] * halfAisle];
        break;
      }
      case 'arrive': {
        const seen = look(step.side);
        const isStand = (id: string) => id.startsWith('stand');
        if (step.nth === null) return seen.find(({ isHere }) => isHere)?.id ?? 'nothing beside';
        return seen.filter(({ id, isHere }) => !isHere && isStand(id))[step.nth - 1]?.id ?? 'too few stands';
      }
    }
  }
  return 'never arrived';
}

interface Side {
  /** Of the place. */
  readonly id: string;
  readonly floor: string;
  /** In its middle. */
  readonly door: Position;
}

/** The sides of what fills a cell. */
function listSides({ ids, floor, left, right, bottom, top }: Cell): Side[] {
  const width = (right - left) / ids.length;
  return ids.flatMap((id, index) => {
    const middle = left + (index + 0.5) * width;
    const doors: Position[] = [[middle, bottom], [middle, top]]; // prettier-ignore
    if (index === 0) doors.push([left, (bottom + top) / 2]);
    if (index === ids.length - 1) doors.push([right, (bottom + top) / 2]);
    return doors.map((door) => ({ id, floor, door }));
  });
}

function isBeside({ cells }: GridPlan, [x, y]: Position, id: string): boolean {
  return cells.some(({ ids, left, right, bottom, top }) => {
    const [index, width] = [ids.indexOf(id), (right - left) / ids.length];
    const [west, east] = [left + index * width, left + (index + 1) * width];
    const away = Math.hypot(Math.max(west - x, 0, x - east), Math.max(bottom - y, 0, y - top));
    return index >= 0 && away <= 5;
  });
}

/** Where the aisle ends that leads on in a direction; null when none does. */
function findEnd({ aisles }: GridPlan, floor: string, [x, y]: Position, [dx, dy]: Heading): Position | null {
  const end = aisles
    .filter((aisle) => aisle.floor === floor)
    .flatMap(({ ends: [a, b] }) => [[a, b] as const, [b, a] as const])
    .find(([a, b]) => {
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const isThatWay = Math.abs((b[0] - a[0]) / length - dx) < 0.01 && Math.abs((b[1] - a[1]) / length - dy) < 0.01;
      const along = (x - a[0]) * dx + (y - a[1]) * dy;
      const aside = (x - a[0]) * dy - (y - a[1]) * dx;
      return isThatWay && Math.abs(aside) < 0.01 && along > -0.01 && along < length - 0.01;
    });
  return end?.[1] ?? null;
}

function outOf({ left, right, bottom }: Cell, [x, y]: Position): Heading {
  if (Math.abs(x - left) < 0.01) return [-1, 0];
  if (Math.abs(x - right) < 0.01) return [1, 0];
  return Math.abs(y - bottom) < 0.01 ? [0, -1] : [0, 1];
}

function rotate([x, y]: Heading, direction: 'ahead' | 'left' | 'right' | 'around'): Heading {
  switch (direction) {
    case 'ahead':
      return [x, y];
    case 'left':
      return [-y, x];
    case 'right':
      return [y, -x];
    case 'around':
      return [-x, -y];
  }
}

function dot(one: Heading, other: Heading): number {
  return one[0] * other[0] + one[1] * other[1];
}
