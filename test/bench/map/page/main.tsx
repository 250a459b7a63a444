import { useRef, useState, type PointerEvent } from 'react';
import { createRoot } from 'react-dom/client';
import type { FloorPlan, Position } from '../../../../domain/floor-plan.ts';

const response = await fetch('/plan');
const plan = (await response.json()) as FloorPlan;
const stands = plan.features.filter(({ properties }) => properties.kind === 'stand' || properties.kind === 'hall');
const [xs, ys] = [0, 1].map((axis) =>
  stands.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat().map((at) => at[axis] ?? 0) : [],
  ),
) as [number[], number[]];
const [left, top] = [Math.min(...xs), Math.max(...ys)];
const [width, height] = [Math.max(...xs) - left, top - Math.min(...ys)];

/** An element for each stand, drawn anew with every move of the finger, as one would write it first. */
function NaivePlan() {
  const [offset, setOffset] = useState<Position>([0, 0]);
  const last = useRef<Position | null>(null);
  const move = ({ clientX, clientY, buttons }: PointerEvent) => {
    const before = last.current;
    last.current = buttons === 1 ? [clientX, clientY] : null;
    if (buttons === 1 && before) setOffset(([x, y]) => [x + clientX - before[0], y + clientY - before[1]]);
  };
  const scale = (1080 / width) * 2.5;
  return (
    <svg width={1080} height={1200} onPointerMove={move}>
      <g className="naive" transform={`translate(${offset.join(' ')}) scale(${scale})`}>
        {stands.map(({ properties: { id, label }, geometry }) => {
          const ring = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
          const points = ring.map(([x, y]) => [x - left, top - y] as const);
          const [x, y] = points[0] ?? [0, 0];
          return (
            <g key={id} role="button" aria-label={label}>
              <path
                d={`M${points.map((at) => at.join(' ')).join('L')}Z`}
                fill="#efe9dc"
                stroke="#dcd6c8"
                strokeWidth={0.1}
              />
              <text x={x + 0.3} y={y - 0.5} fontSize={0.9}>
                {label}
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}

function Opener() {
  const [isOpen, setIsOpen] = useState(false);
  return isOpen ? (
    <>
      <NaivePlan />
      <button
        onClick={() => {
          setIsOpen(false);
        }}
      >
        Back
      </button>
    </>
  ) : (
    <button
      style={{ width: 600, height: 300 }}
      onClick={() => {
        setIsOpen(true);
      }}
    >
      Map of {Math.round(height)} m
    </button>
  );
}

const container = document.getElementById('root');
if (container) createRoot(container).render(<Opener />);
Object.assign(window, { peers: {} });
