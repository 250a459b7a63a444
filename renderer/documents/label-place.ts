import { listBeside } from '../map/beside.ts';
import { sharedArea, type Box } from '../map/label-layout.ts';

/**
 * The box for a label beside a dot that stays on the sheet, keeps off the line, and covers the least of what is drawn already: to the right, to the left,
 * above, below, at the four corners, the same further away, and all of that a little higher or lower.
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
  const [x, y] = at;
  const heights = [0, -0.7, 0.7].map((share) => [x, y + share * size.height] as const);
  const candidates = heights.flatMap((beside) =>
    [1, 2.4].flatMap((times) => listBeside({ at: beside, size, gap: gap * times })),
  );
  const page = { x: 0, y: 0, ...sheet };
  const costs = candidates.map((box, index) => {
    const off = size.width * size.height - sharedArea(box, page);
    return off * 100 + overlapAll(box, line) * 10 + overlapAll(box, obstacles) + index;
  });
  const best = costs.indexOf(Math.min(...costs));
  return candidates[best] ?? { x: at[0], y: at[1], ...size };
}

function overlapAll(box: Box, others: readonly Box[]): number {
  return others.reduce((sum, other) => sum + sharedArea(box, other), 0);
}
