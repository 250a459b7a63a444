import type { Box } from './label-layout.ts';

/** The eight boxes around a point: to the right, to the left, above, below, then at the four corners. */
export function listBeside(task: {
  at: readonly [x: number, y: number];
  size: { readonly width: number; readonly height: number };
  /** Between the point and the box. */
  gap: number;
}): Box[] {
  const { at, size, gap } = task;
  const [x, y] = at;
  const { width, height } = size;
  const across = { right: x + gap, left: x - gap - width, middle: x - width / 2 };
  const along = { above: y - gap - height, below: y + gap, middle: y - height / 2 };
  return [
    [across.right, along.middle],
    [across.left, along.middle],
    [across.middle, along.above],
    [across.middle, along.below],
    [across.right, along.above],
    [across.left, along.above],
    [across.right, along.below],
    [across.left, along.below],
  ].map(([left = 0, top = 0]) => ({ x: left, y: top, width, height }));
}
