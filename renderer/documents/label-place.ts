import type { Box } from '../map/label-layout.ts';

/**
 * The box for a label beside a dot that stays on the sheet, keeps off the line, and covers the least of what is drawn already: to the right, to the left,
 * above, below, at the four corners, then the same further away.
 * @param gap dots between the dot's middle and the label
 */
export function placeLabel(task: {
  at: readonly [x: number, y: number];
  size: { width: number; height: number };
  gap: number;
  sheet: { width: number; height: number };
  line: readonly Box[];
  obstacles: readonly Box[];
}): Box {
  const { at, size, gap, sheet, line, obstacles } = task;
  const candidates = [1, 2.4].flatMap((times) => listBeside({ at, size, gap: gap * times }));
  const page = { x: 0, y: 0, ...sheet };
  const costs = candidates.map((box, index) => {
    const off = size.width * size.height - overlap(box, page);
    return off * 100 + overlapAll(box, line) * 10 + overlapAll(box, obstacles) + index;
  });
  const best = costs.indexOf(Math.min(...costs));
  return candidates[best] ?? { x: at[0], y: at[1], ...size };
}

/** The eight boxes around a dot: to the right, to the left, above, below, then at the four corners. */
export function listBeside(task: {
  at: readonly [x: number, y: number];
  size: { width: number; height: number };
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

function overlapAll(box: Box, others: readonly Box[]): number {
  return others.reduce((sum, other) => sum + overlap(box, other), 0);
}

/** Area that two boxes share, square dots. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
