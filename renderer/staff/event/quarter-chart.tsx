import { useTranslation } from 'react-i18next';
import type { StaffAnswer } from '../../../domain/protocol/staff-calls.ts';
import { useStaffWorld } from '../staff-world.tsx';
import { formatTime } from './event-time.ts';

export type Quarter = StaffAnswer<'counts'>['quarters'][number];

const height = 200;
const barWidth = 14;
const gap = 4;
const margin = { left: 36, top: 12, bottom: 28 };

/** Arrivals by the quarter hour: walk-ins below, ticket holders above. */
export function QuarterChart({ quarters }: { readonly quarters: readonly Quarter[] }) {
  const { t } = useTranslation();
  const { language, event } = useStaffWorld();
  const time = (at: number) => formatTime(at, { language, event });
  const most = quarters.reduce<Quarter | null>((best, one) => (best && sum(best) >= sum(one) ? best : one), null);
  if (!most) return null;
  const top = niceTop(sum(most));
  const width = margin.left + quarters.length * (barWidth + gap);
  const toY = (count: number) => margin.top + height - (count / top) * height;
  const label = t('staffEvent.counts.chart', { time: time(most.start), count: sum(most) });
  const total = margin.top + height + margin.bottom;
  return (
    <div className="quarter-chart" tabIndex={0} role="group" aria-label={label}>
      <svg
        viewBox={`0 0 ${String(width)} ${String(total)}`}
        style={{ width: `calc(${String(width)} * var(--p))` }}
        aria-hidden="true"
      >
        {[0, top / 2, top].map((count) => (
          <g key={count}>
            <line className="quarter-line" x1={margin.left} x2={width} y1={toY(count)} y2={toY(count)} />
            <text className="quarter-label" x={margin.left - 6} y={toY(count) + 4} textAnchor="end">
              {count}
            </text>
          </g>
        ))}
        {quarters.map((quarter, index) => {
          const x = margin.left + index * (barWidth + gap) + gap / 2;
          const { registrations, start } = quarter;
          return (
            <g key={start}>
              <rect
                className="quarter-walk-in"
                x={x}
                width={barWidth}
                y={toY(registrations)}
                height={toY(0) - toY(registrations)}
              />
              <rect
                className="quarter-ticket"
                x={x}
                width={barWidth}
                y={toY(sum(quarter))}
                height={toY(registrations) - toY(sum(quarter))}
              />
              {isHour(start) ? (
                <text className="quarter-label" x={x} y={total - 8}>
                  {time(start)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

export function sum({ registrations, checkIns }: Quarter): number {
  return registrations + checkIns;
}

/** An even number that is easy to read and not below the highest bar. */
export function niceTop(highest: number): number {
  const steps = [1, 2, 5]
    .flatMap((step) => [2, 20, 200, 2000, 20_000].map((ten) => step * ten))
    .toSorted((a, b) => a - b);
  return steps.find((step) => step >= highest) ?? highest + (highest % 2);
}

/** Every zone of today's is off by whole quarters of an hour. */
function isHour(start: number): boolean {
  return start % 3_600_000 === 0;
}
