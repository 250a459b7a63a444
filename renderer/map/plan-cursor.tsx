import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../domain/floor-plan.ts';
import { findNeighbour, type Direction } from './find-neighbour.ts';
import { isTouchable } from './find-place-at.ts';
import type { DrawnPlace, PlanDrawing } from './plan-drawing.ts';

interface PlanCursorProps {
  readonly drawing: PlanDrawing;
  /** Where it begins. */
  readonly shown: string | null;
  readonly nameOf: (place: Place) => string;
  readonly onChoose: (place: Place) => void;
  /** So that it is in sight. */
  readonly onMove: (drawn: DrawnPlace) => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The plan without touch: one place at a time can be reached with Tab, arrows lead to its neighbours, Enter chooses it. */
export function PlanCursor({ drawing, shown, nameOf, onChoose, onMove }: PlanCursorProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(shown);
  const element = useRef<SVGGElement>(null);
  const hasMoved = useRef(false);
  // A new element for each place, so that a screen reader says where the arrows led.
  useEffect(() => {
    if (hasMoved.current) element.current?.focus({ preventScroll: true });
    hasMoved.current = false;
  }, [at]);
  const places = drawing.places.filter(({ place }) => isTouchable(place.properties.kind));
  const current = places.find(({ place }) => place.properties.id === at) ?? places[0];
  if (!current) return null;
  return (
    <g
      key={current.place.properties.id}
      className="plan-cursor"
      role="button"
      tabIndex={0}
      aria-label={t('hall.cursor', { place: nameOf(current.place) })}
      ref={element}
      onKeyDown={(event) => {
        const direction = directions[event.key];
        if (direction === undefined && event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        if (direction === undefined) {
          onChoose(current.place);
          return;
        }
        const next = findNeighbour(places, current, direction);
        if (!next) return;
        hasMoved.current = true;
        setAt(next.place.properties.id);
        onMove(next);
      }}
    >
      <rect
        x={current.box.x}
        y={current.box.y}
        width={Math.max(current.box.width, 1)}
        height={Math.max(current.box.height, 1)}
      />
    </g>
  );
}
