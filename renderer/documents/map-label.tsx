import { breakLines } from '../map/break-lines.ts';
import { boxAround, type LabelLook } from '../map/label-layout.ts';
import type { Measures } from './measures.ts';
import { widthInEms } from './text-width.ts';

/** Em size below which a label on paper is not worth printing, as a share of the smallest type elsewhere. */
const leastShare = 0.75;
/** Baseline to baseline, as a multiple of the size. */
const lineHeight = 1.1;

export interface MapText extends LabelLook {
  readonly lines: readonly string[];
  /** Em size, dots. */
  readonly size: number;
}

/** Ways to write what a place is called in its room: the largest first, on one line or several; none where it would be too small to read. */
export function listMapTexts(task: {
  text: string;
  at: readonly [x: number, y: number];
  /** Dots. */
  room: { readonly width: number; readonly height: number };
  measures: Measures;
}): MapText[] {
  const { text, at, room, measures } = task;
  const least = Math.ceil(measures.caption * leastShare);
  return [1, 2, 3].flatMap((count) => {
    const lines = breakLines(text, count, widthInEms);
    if (lines.length < count) return [];
    const width = Math.max(...lines.map(widthInEms));
    const height = (lines.length - 1) * lineHeight + 1;
    const most = Math.floor(Math.min(measures.caption, (room.width * 0.94) / width, (room.height * 0.8) / height));
    return [most, least]
      .filter((size, index, all) => size >= least && size <= most && all.indexOf(size) === index)
      .map((size) => ({ lines, size, box: boxAround(at, { width: width * size, height: height * size }) }));
  });
}

/** What a place is called, upright in the middle of its box. */
export function MapLabel({ lines, size, box }: MapText) {
  const x = Math.round(box.x + box.width / 2);
  return (
    <text className="map-label" x={x} fontSize={size}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={Math.round(box.y + size / 2 + index * size * lineHeight)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
