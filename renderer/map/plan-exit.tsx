import { useTranslation } from 'react-i18next';
import type { FloorChange } from '../../domain/walk/route.ts';
import type { Position } from '../../domain/floor-plan.ts';
import { useFloorNames } from './floor-names.ts';
import type { Box } from './label-layout.ts';
import { signs } from './place-sign.tsx';

interface PlanExitProps {
  readonly change: FloorChange;
  /** Where the way leaves the floor, CSS pixels of the picture. */
  readonly at: Position;
  readonly box: Box;
  /** Of its words, CSS pixels. */
  readonly size: number;
  readonly onFollow: () => void;
}

/** "Lift to Upper floor": where the way leaves this floor. A touch follows it. */
export function PlanExit({ change, at, box, size, onFollow }: PlanExitProps) {
  const words = useExitWords()(change);
  const Sign = signs[change.by];
  const middle = box.y + box.height / 2;
  return (
    <g
      className="plan-exit"
      role="button"
      tabIndex={0}
      aria-label={words}
      onClick={(event) => {
        event.stopPropagation();
        onFollow();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onFollow();
      }}
    >
      <path d={`M${at.join(' ')}L${box.x + box.width / 2} ${middle}`} />
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={box.height / 2} />
      <Sign x={box.x + size * 0.6} y={middle - size * 0.6} width={size * 1.2} height={size * 1.2} />
      <text x={box.x + size * 2.1} y={middle} fontSize={size}>
        {words}
      </text>
    </g>
  );
}

export function useExitWords(): (change: FloorChange) => string {
  const { t } = useTranslation();
  const names = useFloorNames();
  return ({ by, to }) => t(`hall.changeTo.${by}`, { floor: names[to] ?? to });
}

/** Wide enough for the sign, the words and a finger. */
export function sizeOfExit(wordsWidth: number, size: number): { width: number; height: number } {
  return { width: wordsWidth + size * 2.9, height: size * 2.3 };
}
