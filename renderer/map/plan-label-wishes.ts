import { isStrictlyInside } from '../../domain/geometry.ts';
import { breakLines } from './break-lines.ts';
import { boxAround, padBox, type Box, type LabelLook } from './label-layout.ts';
import type { MeasureText } from './measure-text.ts';
import type { DrawnPlace } from './plan-drawing.ts';

/** Sizes and places in CSS pixels of the picture at its present scale. */
export interface PlanTextLook extends LabelLook {
  readonly lines: readonly string[];
  readonly size: number;
  /** The first line is the stand's label, the others say who is there. */
  readonly hasName: boolean;
  /** It stands beside its place, over whatever is drawn there. */
  readonly isOutside: boolean;
}

export interface TextStyle {
  readonly measure: MeasureText;
  /** Smallest type that is read at arm's length, CSS pixels. */
  readonly leastSize: number;
}

/** Baseline to baseline, as a multiple of the size. */
export const lineHeight = 1.15;

interface PlaceTexts {
  readonly drawn: DrawnPlace;
  /** CSS pixels a metre. */
  readonly scale: number;
  readonly style: TextStyle;
}

/** The ways to write on a stand: label and who is there where there is room for both, then its label alone. */
export function listStandLooks(task: PlaceTexts & { label: string; name: string | null }): PlanTextLook[] {
  const { label, name, style } = task;
  const names = name === null ? [] : [1, 2, 3].map((count) => [label, ...breakLines(name, count, style.measure)]);
  return [
    ...names.flatMap((lines) => fitInside({ ...task, lines, most: style.leastSize, hasName: true })),
    ...fitInside({ ...task, lines: [label], most: style.leastSize * 1.2, hasName: false }),
  ];
}

/** The ways to write a room's name in it. */
export function listRoomLooks(task: PlaceTexts & { name: string }): PlanTextLook[] {
  const { name, style } = task;
  return [1, 2, 3].flatMap((count) => {
    const lines = breakLines(name, count, style.measure);
    return lines.length < count ? [] : fitInside({ ...task, lines, most: style.leastSize * 1.2, hasName: false });
  });
}

/** To the right, to the left, below and above its place, for what must be told. */
export function listOutsideLooks(task: PlaceTexts & { text: string }): PlanTextLook[] {
  const { drawn, scale, style, text } = task;
  const size = { width: style.measure(text) * style.leastSize, height: style.leastSize };
  const { x, y, width, height } = padBox(scaleBox(drawn.box, scale), style.leastSize * 0.3);
  const [middle, centre] = [x + (width - size.width) / 2, y + (height - size.height) / 2];
  const corners = [[x + width, centre], [x - size.width, centre], [middle, y + height], [middle, y - size.height]]; // prettier-ignore
  return corners.map(([left = 0, top = 0]) => ({
    box: { x: left, y: top, ...size },
    lines: [text],
    size: style.leastSize,
    hasName: false,
    isOutside: true,
  }));
}

function fitInside(task: PlaceTexts & { lines: readonly string[]; most: number; hasName: boolean }): PlanTextLook[] {
  const { drawn, scale, style, lines, most, hasName } = task;
  const width = Math.max(...lines.map(style.measure));
  const height = (lines.length - 1) * lineHeight + 1;
  const room = padBox(scaleBox(drawn.box, scale), -style.leastSize * 0.12);
  const fitting = Math.min(most, room.width / width, room.height / height);
  if (fitting < style.leastSize) return [];
  const [x, y] = drawn.at;
  const box = boxAround([x * scale, y * scale], { width: width * fitting, height: height * fitting });
  return holds(drawn, scaleBox(box, 1 / scale)) ? [{ box, lines, size: fitting, hasName, isOutside: false }] : [];
}

export function scaleBox({ x, y, width, height }: Box, by: number): Box {
  return { x: x * by, y: y * by, width: width * by, height: height * by };
}

/** Whether a box of the picture lies on a place: its corners and the middles of its sides do. */
function holds({ rings }: DrawnPlace, { x, y, width, height }: Box): boolean {
  const [right, bottom, middle, centre] = [x + width, y + height, x + width / 2, y + height / 2];
  const rim = [[x, y], [right, y], [x, bottom], [right, bottom], [middle, y], [middle, bottom], [x, centre], [right, centre]]; // prettier-ignore
  return rim.every(([atX = 0, atY = 0]) => isStrictlyInside([atX, atY], rings));
}
