import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxesMeet, layOutLabels, type Box } from './label-layout.ts';

const picture = { x: 0, y: 0, width: 100, height: 60 };
const box = (x: number, y: number, width = 10, height = 5): Box => ({ x, y, width, height });
const look = (...at: Parameters<typeof box>) => ({ box: box(...at) });

test('the first look that is free is taken', () => {
  const wishes = [[look(10, 10)], [look(12, 12), look(30, 12)]];
  expect(layOutLabels({ wishes, picture, obstacles: [] })).toEqual([look(10, 10), look(30, 12)]);
});

test('a label gives way to what is drawn and to what matters more, and is left out where nothing is free', () => {
  const wishes = [[look(10, 10)], [look(10, 10)], [look(50, 50)]];
  expect(layOutLabels({ wishes, picture, obstacles: [box(45, 50)] })).toEqual([look(10, 10), null, null]);
});

test('labels may stand edge to edge', () => {
  const wishes = [[look(10, 10)], [look(20, 10)], [look(10, 15)]];
  expect(layOutLabels({ wishes, picture, obstacles: [] })).not.toContain(null);
});

const anyBox = fc.record({
  x: fc.double({ min: -20, max: 120, noNaN: true }),
  y: fc.double({ min: -20, max: 80, noNaN: true }),
  width: fc.double({ min: 0.5, max: 60, noNaN: true }),
  height: fc.double({ min: 0.5, max: 30, noNaN: true }),
});
const anyTask = fc.record({
  wishes: fc.array(fc.array(fc.record({ box: anyBox }), { maxLength: 4 }), { maxLength: 40 }),
  obstacles: fc.array(anyBox, { maxLength: 8 }),
});

const sticksOut = ({ x, y, width, height }: Box) => x < 0 || y < 0 || x + width > 100 || y + height > 60;

test('no two labels that are shown overlap, none covers an obstacle, and none sticks out of the picture', () => {
  fc.assert(
    fc.property(anyTask, ({ wishes, obstacles }) => {
      const shown = layOutLabels({ wishes, picture, obstacles }).flatMap((label) => (label ? [label.box] : []));
      for (const [index, label] of shown.entries()) {
        expect(sticksOut(label)).toBe(false);
        expect([...obstacles, ...shown.slice(0, index)].filter((other) => boxesMeet(other, label))).toEqual([]);
      }
    }),
  );
});

test('a label is left out only when each of its looks sticks out or covers something', () => {
  fc.assert(
    fc.property(anyTask, ({ wishes, obstacles }) => {
      const labels = layOutLabels({ wishes, picture, obstacles });
      for (const [index, label] of labels.entries()) {
        if (label !== null) continue;
        const before = labels.slice(0, index).flatMap((other) => (other ? [other.box] : []));
        const free = (wishes[index] ?? []).filter(
          (one) => !sticksOut(one.box) && ![...obstacles, ...before].some((other) => boxesMeet(other, one.box)),
        );
        expect(free).toEqual([]);
      }
    }),
  );
});
