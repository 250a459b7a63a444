/** Upper left corner and size, in whatever the picture is measured in. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One way to show a label. */
export interface LabelLook {
  readonly box: Box;
}

interface LabelTask<Look extends LabelLook> {
  /** The most important label first, and of each the most wanted look first. */
  readonly wishes: readonly (readonly Look[])[];
  /** No label sticks out of it. */
  readonly picture: Box;
  /** What no label may cover. */
  readonly obstacles: readonly Box[];
}

/**
 * Gives each label the first of its looks that lies within the picture and touches neither an obstacle nor a label before it. A label that
 * fits nowhere is left out: a plan with fewer words is read, one with words over each other is not.
 * @returns for each wish its look, or null
 */
export function layOutLabels<Look extends LabelLook>(task: LabelTask<Look>): (Look | null)[] {
  const { wishes, picture, obstacles } = task;
  const taken = createBoxGrid(cellOf(task));
  for (const obstacle of obstacles) taken.add(obstacle);
  return wishes.map((looks) => {
    const look = looks.find(({ box }) => lies(box, picture) && !taken.meets(box)) ?? null;
    if (look !== null) taken.add(look.box);
    return look;
  });
}

/** @returns the box with so much more on each side; less where it is negative */
export function padBox({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export function boxAround(
  at: readonly [x: number, y: number],
  { width, height }: { width: number; height: number },
): Box {
  return { x: at[0] - width / 2, y: at[1] - height / 2, width, height };
}

/** True when two boxes share ground; edges that touch do not. */
export function boxesMeet(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Area that two boxes have in common. */
export function sharedArea(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

function lies(box: Box, within: Box): boolean {
  return (
    box.x >= within.x &&
    box.y >= within.y &&
    box.x + box.width <= within.x + within.width &&
    box.y + box.height <= within.y + within.height
  );
}

/** As wide as a usual label, so that each lies in a few cells. */
function cellOf<Look extends LabelLook>({ wishes, picture }: LabelTask<Look>): number {
  const widths = wishes.flatMap(([look]) => (look ? [look.box.width] : []));
  const usual = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
  return Math.max(usual, picture.width / 200, picture.height / 200, Number.MIN_VALUE);
}

interface BoxGrid {
  add(box: Box): void;
  /** True when a box that was added shares ground with this one. */
  meets(box: Box): boolean;
}

function createBoxGrid(cell: number): BoxGrid {
  const cells = new Map<string, Box[]>();
  const listKeys = ({ x, y, width, height }: Box): string[] => {
    const keys: string[] = [];
    for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column += 1) {
      for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row += 1)
        keys.push(`${column} ${row}`);
    }
    return keys;
  };
  return {
    add: (box) => {
      for (const key of listKeys(box)) cells.set(key, [...(cells.get(key) ?? []), box]);
    },
    meets: (box) => listKeys(box).some((key) => cells.get(key)?.some((other) => boxesMeet(other, box)) ?? false),
  };
}
