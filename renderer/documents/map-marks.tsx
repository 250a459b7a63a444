import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Position } from '../../domain/floor-plan.ts';
import type { Box } from '../map/label-layout.ts';
import type { Measures } from './measures.ts';

export function numberRadius({ unit }: Measures): number {
  return Math.round(18 * unit);
}

export function hereRadius({ unit }: Measures): number {
  return Math.round(11 * unit);
}

export interface NumberMarkPlace {
  readonly number: number;
  /** The stop, dots. */
  readonly stop: Position;
  /** The middle of the circle, dots: the stop itself unless another number stands there. */
  readonly at: Position;
}

/** The number of a stop in a black circle, with a thin line to the stop where it had to give way. */
export function NumberMark({ number, stop, at: [x, y], measures }: NumberMarkPlace & { readonly measures: Measures }) {
  const radius = numberRadius(measures);
  const isAside = stop[0] !== x || stop[1] !== y;
  return (
    <g className="map-mark">
      {isAside && <path d={`M${stop.join(' ')}L${x} ${y}`} stroke="#000" strokeWidth={measures.hairline} />}
      <circle cx={x} cy={y} r={radius + measures.hairline} fill="#fff" />
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y} fontSize={Math.round((number > 9 ? 22 : 26) * measures.unit)}>
        {number}
      </text>
    </g>
  );
}

export interface ChangeMarkPlace {
  /** Dots. */
  readonly at: Position;
  readonly isUp: boolean;
}

/** Where the way leaves the floor. */
export function ChangeMark({ at: [x, y], isUp, measures }: ChangeMarkPlace & { readonly measures: Measures }) {
  const radius = numberRadius(measures);
  const Arrow = isUp ? ArrowUp : ArrowDown;
  const side = 2 * radius;
  return (
    <g className="map-change">
      <rect x={x - radius - 2} y={y - radius - 2} width={side + 4} height={side + 4} fill="#fff" />
      <rect x={x - radius} y={y - radius} width={side} height={side} />
      <Arrow x={x - radius} y={y - radius} size={side} stroke="#fff" strokeWidth={2.6} />
    </g>
  );
}

interface HereMarkProps {
  readonly at: Position;
  readonly label: string;
  /** Where the label stands. */
  readonly box: Box;
  readonly measures: Measures;
}

/** "You are here": a dot and its label. */
export function HereMark({ at: [x, y], label, box, measures }: HereMarkProps) {
  const { caption, hairline } = measures;
  const radius = hereRadius(measures);
  const isLeft = box.x + box.width < x;
  const isBeside = isLeft || box.x > x;
  return (
    <g className="map-here">
      <circle cx={x} cy={y} r={radius + hairline} fill="#fff" />
      <circle cx={x} cy={y} r={radius} />
      <text
        x={isLeft ? box.x + box.width : isBeside ? box.x : x}
        y={Math.round(box.y + box.height / 2)}
        textAnchor={isLeft ? 'end' : isBeside ? 'start' : 'middle'}
        fontSize={caption}
        strokeWidth={3 * hairline}
      >
        {label}
      </text>
    </g>
  );
}
