import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chamfer } from '../../domain/chamfer.ts';
import type { FloorPlan, Place, Position } from '../../domain/floor-plan.ts';
import { localise } from '../../domain/localised.ts';
import { anchorOf } from '../../domain/place-shape.ts';
import { useVisit } from '../visit/visit.tsx';
import { createPlanDrawing, type PlanDrawing } from './plan-drawing.ts';
import { PlaceSign } from './place-sign.tsx';
import './plan.css';

interface PlanProps {
  readonly plan: FloorPlan;
  /** Id of the kiosk's place: "you are here". */
  readonly here: string | null;
  /** Id of the place that is shown. */
  readonly shown: string | null;
  /** The way there. */
  readonly route: readonly Position[] | null;
  /** A stand was touched. */
  readonly onChoose: (place: Place) => void;
}

/** The hall on the screen. The line is the way to the booth. */
export function Plan({ plan, here, shown, route, onChoose }: PlanProps) {
  const { t } = useTranslation();
  const drawing = useMemo(() => createPlanDrawing(plan, 1), [plan]);
  const herePlace = plan.features.find((place) => place.properties.id === here);
  const at = herePlace ? drawing.point(anchorOf(herePlace)) : null;
  const isFarRight = at !== null && at[0] > drawing.width * 0.6;
  return (
    <svg className="plan" viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="group" aria-label={t('map.title')}>
      {plan.features.map((place) => (
        <PlanPlace
          key={place.properties.id}
          place={place}
          drawing={drawing}
          isShown={place.properties.id === shown}
          onChoose={onChoose}
        />
      ))}
      {route ? <path className="plan-route" pathLength={1} d={drawing.line(chamfer(route, 1))} /> : null}
      {at ? (
        <g className="plan-here">
          <circle cx={at[0]} cy={at[1]} r={1} />
          <text x={at[0] + (isFarRight ? -1.6 : 1.6)} y={at[1] + 2.6} textAnchor={isFarRight ? 'end' : 'start'}>
            {t('map.youAreHere')}
          </text>
        </g>
      ) : null}
    </svg>
  );
}

interface PlanPlaceProps {
  readonly place: Place;
  readonly drawing: PlanDrawing;
  readonly isShown: boolean;
  readonly onChoose: (place: Place) => void;
}

function PlanPlace({ place, drawing, isShown, onChoose }: PlanPlaceProps) {
  const { language } = useVisit();
  const { kind, label, name } = place.properties;
  const [x, y] = drawing.point(anchorOf(place));
  const className = `plan-place plan-${kind} ${isShown ? 'plan-shown' : ''}`;
  switch (kind) {
    case 'walkway':
    case 'kiosk':
      return null;
    case 'hall':
      return <path className={className} d={drawing.outline(place)} />;
    case 'stand':
      return (
        <g
          className={className}
          role="button"
          aria-label={label}
          tabIndex={-1}
          onClick={() => {
            onChoose(place);
          }}
        >
          <path d={drawing.outline(place)} />
          <text x={x} y={y}>
            {label}
          </text>
        </g>
      );
    case 'stage':
    case 'room':
      return (
        <g className={className}>
          <path d={drawing.outline(place)} />
          <text x={x} y={y}>
            {name ? localise(name, language).text : null}
          </text>
        </g>
      );
    case 'entrance':
    case 'toilet':
    case 'lift':
    case 'escalator':
    case 'stairs':
    case 'ramp':
    case 'first-aid':
    case 'food':
    case 'cloakroom':
    case 'information':
      return (
        <g className={className}>
          <path d={drawing.outline(place)} />
          <PlaceSign kind={kind} x={x} y={y} />
        </g>
      );
  }
}
