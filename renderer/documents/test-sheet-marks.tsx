const millimetresPerInch = 25.4;
/** Dots; a mark every millimetre, longer at 5 and 10. */
const tick = { one: 8, five: 14, ten: 20 } as const;

interface RulerProps {
  readonly dotsPerInch: number;
  /** Dots to draw; what is longer than the sheet is cut off by its edge. */
  readonly length: number;
  readonly edge: 'top' | 'left' | 'right';
  /** Em size of the numbers, dots. */
  readonly type: number;
}

/** Millimetres from an edge, each mark one dot wide on the dot that is nearest. */
export function Ruler({ dotsPerInch, length, edge, type }: RulerProps) {
  const count = Math.floor((length * millimetresPerInch) / dotsPerInch);
  const marks = Array.from({ length: count + 1 }, (_, millimetre) => ({
    millimetre,
    at: Math.min(length - 1, Math.round((millimetre * dotsPerInch) / millimetresPerInch)),
    size: millimetre % 10 === 0 ? tick.ten : millimetre % 5 === 0 ? tick.five : tick.one,
  }));
  const path = marks.map(({ at, size }) =>
    edge === 'top' ? `M${at} 0h1v${size}h-1z` : `M0 ${at}h${size}v1h-${size}z`,
  );
  // So that the last dot of the head is seen to print.
  const last = edge === 'top' ? `M${length - 1} 0h1v${tick.ten}h-1z` : '';
  // A number that the edge would cut is left out.
  const numbers = marks.filter(
    ({ millimetre, at }) => millimetre % 10 === 0 && millimetre > 0 && at + 2.5 * type < length,
  );
  const [width, height] = edge === 'top' ? [length, tick.ten + type] : [tick.ten, length];
  return (
    <svg
      className={`test-sheet-ruler test-sheet-ruler-${edge}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={path.join('') + last} fill="#000" />
      {edge === 'top' &&
        numbers.map(({ millimetre, at }) => (
          <text key={millimetre} x={at + 3} y={tick.ten + type * 0.6} fontSize={type}>
            {millimetre}
          </text>
        ))}
    </svg>
  );
}

/** Dots of the rulers and of the white beside them, on both sides together. */
const besides = 80;
/** Dots. */
const largestStep = 48;
const steps = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** From one line in eight to black: what the head burns when it burns little and much, along the paper and across it. */
export function DensitySteps({ sheetWidth }: { readonly sheetWidth: number }) {
  const step = Math.min(largestStep, 8 * Math.floor((sheetWidth - besides) / (8 * steps.length)));
  const across = steps.map((share, index) => hatch({ share, step, left: index * step, top: 0, isAcross: true }));
  const along = steps.map((share, index) => hatch({ share, step, left: index * step, top: step, isAcross: false }));
  const [width, height] = [step * steps.length, step * 2];
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={[...across, ...along].join('')} fill="#000" />
    </svg>
  );
}

interface Hatch {
  /** Of eight dots, how many are black. */
  readonly share: number;
  /** Side of the field, a multiple of eight dots. */
  readonly step: number;
  readonly left: number;
  readonly top: number;
  readonly isAcross: boolean;
}

function hatch({ share, step, left, top, isAcross }: Hatch): string {
  if (share === 8) return `M${left} ${top}h${step}v${step}h-${step}z`;
  return Array.from({ length: step / 8 }, (_, index) =>
    isAcross
      ? `M${left} ${top + index * 8}h${step}v${share}h-${step}z`
      : `M${left + index * 8} ${top}h${share}v${step}h-${share}z`,
  ).join('');
}

/** Lines of one to four dots, across, along and slanting, and a chequered field of single dots. */
export function FineLines() {
  const size = 64;
  const across = [1, 2, 3, 4].map((width, index) => `M0 ${index * 16}h${size}v${width}h-${size}z`).join('');
  const along = [1, 2, 3, 4].map((width, index) => `M${size + 8 + index * 16} 0h${width}v${size}h-${width}z`).join('');
  const slanting = [1, 2, 3, 4]
    .map((width, index) => `M${2 * (size + 8) + index * 14} ${size}h${width}l18 -${size}h-${width}z`)
    .join('');
  const [width, height] = [4 * (size + 8) - 8, size];
  const chequered: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = y % 2; x < size; x += 2) chequered.push(`M${3 * (size + 8) + x} ${y}h1v1h-1z`);
  }
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={across + along + slanting + chequered.join('')} fill="#000" />
    </svg>
  );
}
