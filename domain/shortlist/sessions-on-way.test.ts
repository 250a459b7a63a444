import { expect, test } from 'vitest';
import { floorPlanSchema } from '../floor-plan.ts';
import { feature, square } from '../pack/small-pack.fixture.ts';
import type { Session } from '../session.ts';
import type { Route } from '../walk/route.ts';
import { findSessionsOnWay } from './sessions-on-way.ts';

const plan = floorPlanSchema.parse({
  type: 'FeatureCollection',
  coordinateSystem: 'metres',
  floors: [
    { id: 'ground', ordinal: 0 },
    { id: 'up', ordinal: 1 },
  ],
  features: [
    feature('stage', 'stage', square(50, 10), { floor: 'ground' }),
    feature('far', 'room', square(50, 60), { floor: 'ground' }),
    feature('above', 'room', square(50, 10), { floor: 'up' }),
  ],
});

/** Along y = 0; the second passes below the stage. */
const route = (from: number, to: number): Route => ({
  from: `at ${from}`,
  to: `at ${to}`,
  legs: [{ floor: 'ground', positions: [[from, 0], [to, 0]], metres: to - from }], // prettier-ignore
  changes: [],
  metres: to - from,
  seconds: to - from,
});
const routes = [route(0, 30), route(30, 90), route(90, 120)];

const session = (id: string, place: string | undefined, start: string): Session => ({
  id,
  kind: 'forum',
  speakers: [],
  start: `2025-05-30T${start}`,
  end: `2025-05-30T23:30`,
  title: { en: id },
  ...(place === undefined ? {} : { place }),
});
const find = (sessions: readonly Session[], now = '10:51', wanted: readonly string[] = []) =>
  findSessionsOnWay({ plan, routes, sessions, wanted: new Set(wanted), now: `2025-05-30T${now}` }).map(
    (found) => found?.id ?? null,
  );

test('a session near the way that begins about then is on the way, where the way comes nearest', () => {
  expect(find([session('forum', 'stage', '11:00')])).toEqual([null, 'forum', null]);
});

test.each([
  ['in another place', session('other', 'far', '11:00')],
  ['on another floor', session('other', 'above', '11:00')],
  ['in no place that the plan has', session('other', undefined, '11:00')],
  ['hours later', session('other', 'stage', '15:00')],
  ['hours ago', session('other', 'stage', '09:00')],
])('a session %s is not', (_, other) => {
  expect(find([other])).toEqual([null, null, null]);
});

test('of two at once the one that the visitor wants is named, and the other where the way is still near', () => {
  const both = [session('first', 'stage', '11:00'), session('kept', 'stage', '11:05')];
  expect(find(both, '10:51', ['kept'])[1]).toBe('kept');
  expect(find(both)[1]).toBe('first');
});

test('around midnight the minutes go on', () => {
  const late = { ...session('late', 'stage', '00:05'), start: '2025-05-31T00:05', end: '2025-05-31T01:00' };
  expect(find([late], '23:55')).toEqual([null, 'late', null]);
});

test('a walk to nowhere has nothing on the way', () => {
  expect(
    findSessionsOnWay({
      plan,
      routes: [],
      sessions: [session('a', 'stage', '11:00')],
      wanted: new Set(),
      now: '2025-05-30T10:51',
    }),
  ).toEqual([]);
});
