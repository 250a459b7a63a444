import './trace.css';

/** The line that leads: bends at 45°, ends in an open circle, and is drawn when it appears. */
interface TraceProps {
  /** Path in the units of the picture around it. */
  readonly path: string;
  /** Where it ends; none when it runs on. */
  readonly end?: readonly [x: number, y: number];
  readonly kind: 'lead' | 'quiet';
}

export function Trace({ path, end, kind }: TraceProps) {
  return (
    <g className={`trace trace-${kind}`}>
      <path d={path} pathLength={1} />
      {end ? <circle cx={end[0]} cy={end[1]} r={kind === 'lead' ? 20 : 14} /> : null}
    </g>
  );
}

/** The traces above the question of the home screen. */
export function HomeTraces() {
  return (
    <svg className="home-traces" viewBox="0 0 1080 520" preserveAspectRatio="xMidYMin meet" aria-hidden="true">
      <Trace kind="quiet" path="M0 76 H300 L360 136 H522" end={[536, 136]} />
      <Trace kind="quiet" path="M0 136 H220 L270 186 H422" end={[436, 186]} />
      <Trace kind="quiet" path="M1080 516 H1010 L960 466 V254" end={[960, 240]} />
      <Trace kind="lead" path="M1080 76 H700 L640 136 V166 L600 206" end={[586, 220]} />
    </svg>
  );
}
