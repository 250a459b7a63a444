import { expect, test } from 'vitest';
import { boxesMeet } from '../map/label-layout.ts';
import { placeLabel } from './label-place.ts';

const task = {
  at: [50, 50],
  size: { width: 30, height: 10 },
  gap: 5,
  sheet: { width: 100, height: 100 },
  line: [],
} as const;

test('a label stands to the right where nothing is in the way', () => {
  expect(placeLabel({ ...task, obstacles: [] })).toMatchObject({ x: 55, y: 45 });
});

test('a label gives way to what is drawn', () => {
  expect(placeLabel({ ...task, obstacles: [{ x: 52, y: 40, width: 20, height: 20 }] })).toMatchObject({ x: 15, y: 45 });
});

test('a label rather covers a stand than the way', () => {
  const way = [{ x: 52, y: 40, width: 20, height: 20 }];
  const stands = [
    { x: 0, y: 0, width: 45, height: 100 },
    { x: 0, y: 0, width: 100, height: 45 },
    { x: 0, y: 55, width: 100, height: 45 },
  ];
  expect(placeLabel({ ...task, line: way, obstacles: stands })).not.toMatchObject({ x: 55, y: 45 });
});

test('a label stays on the sheet even if it must cover something', () => {
  const walls = [
    { x: 0, y: 0, width: 40, height: 100 },
    { x: 45, y: 0, width: 20, height: 100 },
  ];
  const { x, width } = placeLabel({ ...task, at: [95, 50], obstacles: walls });
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(100);
});

test('a label steps further away rather than into what is drawn', () => {
  const beside = [
    { x: 0, y: 40, width: 45, height: 20 },
    { x: 55, y: 40, width: 45, height: 20 },
    { x: 15, y: 38, width: 70, height: 10 },
    { x: 15, y: 52, width: 70, height: 10 },
  ];
  const box = placeLabel({ ...task, obstacles: beside });
  expect(beside.filter((other) => boxesMeet(other, box))).toEqual([]);
});
