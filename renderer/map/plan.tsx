import { useMemo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../domain/floor-plan.ts';
import { localise } from '../../domain/localised.ts';
import { anchorOf } from '../../domain/place-shape.ts';
import type { FloorChange } from '../../domain/walk/route.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useVisit } from '../visit/visit.tsx';
import { PlanCursor } from './plan-cursor.tsx';
import type { DrawnPlace, PlanDrawing } from './plan-drawing.ts';
import { PlanExit, sizeOfExit, useExitWords } from './plan-exit.tsx';
import { PlanHere } from './plan-here.tsx';
import { layOutPlan, type LabelSizes, type PlaceText } from './plan-labels.ts';
import { PlanMarks, PlanNumbers } from './plan-marks.tsx';
import { PlanShapes } from './plan-shapes.tsx';
import { PlanTexts } from './plan-texts.tsx';
import { PlanWay } from './plan-way.tsx';
import { usePlaceName } from './place-name.ts';
import type { View } from './use-viewport.ts';
import type { WalkLeg } from './walk-legs.ts';
import './plan.css';

interface PlanProps {
  readonly drawing: PlanDrawing;
  /** CSS pixels a metre when all is seen. */
  readonly wholeScale: number;
  readonly view: View;
  readonly sizes: LabelSizes;
  /** "You are here", when that is on this floor. */
  readonly here: Place | null;
  /** Of the picture's up, degrees clockwise from the plan's. */
  readonly direction: number;
  readonly shown: string | null;
  /** Those on this floor. */
  readonly legs: readonly WalkLeg[];
  readonly stops: readonly string[];
  readonly highlighted: ReadonlySet<string>;
  readonly visited: ReadonlySet<string>;
  readonly onChoose: (place: Place) => void;
  readonly onFollow: (change: FloorChange) => void;
  readonly onCursor: (drawn: DrawnPlace) => void;
}

/** One floor on the screen. The line is the way to the booth. */
export function Plan(props: PlanProps) {
  const { drawing, wholeScale, view, sizes, here, direction, shown, legs, stops, highlighted, visited } = props;
  const { t } = useTranslation();
  const exitWords = useExitWords();
  const textOf = usePlaceText();
  const nameOf = usePlaceName();
  const { scale } = view;
  const told = useMemo(() => new Set([...(shown === null ? [] : [shown]), ...highlighted]), [shown, highlighted]);
  const exits = useMemo(
    () =>
      legs.flatMap(({ change, positions }) => {
        const end = positions.at(-1);
        if (!change || !end) return [];
        const width = sizes.measure(exitWords(change)) * sizes.leastSize;
        return [{ change, at: drawing.point(end), ...sizeOfExit(width, sizes.leastSize) }];
      }),
    [legs, drawing, sizes, exitWords],
  );
  const hereAt = useMemo(() => (here ? drawing.point(anchorOf(here)) : null), [here, drawing]);
  const youAreHere = t('map.youAreHere');
  const labels = useMemo(
    () =>
      layOutPlan({
        drawing,
        scale,
        sizes,
        textOf,
        told,
        numbered: stops,
        ticked: visited,
        here: hereAt ? { at: hereAt, width: sizes.measure(youAreHere) * sizes.leastSize * 1.08 } : null,
        exits,
        ways: legs.map(({ positions }) => positions.map(drawing.point)),
      }),
    [drawing, scale, sizes, textOf, told, stops, visited, hereAt, youAreHere, exits, legs],
  );
  return (
    <svg
      className="plan"
      width={drawing.width * wholeScale}
      height={drawing.height * wholeScale}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      style={{ '--metres-per-pixel': 1 / scale } as CSSProperties}
    >
      <PlanShapes drawing={drawing} />
      <PlanMarks {...{ drawing, shown, highlighted, visited, stops }} />
      <PlanTexts {...{ labels, scale, told, visited }} drawn={view.drawn} />
      <PlanWay drawing={drawing} legs={legs} hasNumbers={stops.length > 0} endRadius={(sizes.mark * 0.24) / scale} />
      {hereAt && here ? (
        <PlanHere
          at={hereAt}
          facing={here.properties.facing}
          words={youAreHere}
          box={labels.here}
          {...{ scale, sizes, direction }}
        />
      ) : null}
      <PlanNumbers {...{ drawing, scale, sizes, visited, stops }} />
      <PlanCursor {...{ drawing, shown, nameOf }} onChoose={props.onChoose} onMove={props.onCursor} />
      <g transform={`scale(${1 / scale})`}>
        {exits.map(({ change, at }, index) => {
          const box = labels.exits[index];
          return box ? (
            <PlanExit
              key={index}
              change={change}
              at={[at[0] * scale, at[1] * scale]}
              box={box}
              size={sizes.leastSize}
              onFollow={() => {
                props.onFollow(change);
              }}
            />
          ) : null;
        })}
      </g>
    </svg>
  );
}

/** What is written on a place: a stand's label and who is there, a room's name. */
function usePlaceText(): (drawn: DrawnPlace) => PlaceText | null {
  const { companiesAt } = useCatalogue();
  const { language } = useVisit();
  return useMemo(
    () =>
      ({ place: { properties } }) => {
        const { kind, label, name } = properties;
        if (kind === 'hall' || kind === 'walkway' || kind === 'kiosk') return null;
        const own = name ? localise(name, language).text : null;
        if (label === undefined) return own === null ? null : { label: own, name: null };
        const companies = companiesAt.get(label) ?? [];
        const [first] = companies;
        if (!first) return { label, name: own };
        const more = companies.length > 1 ? ` +${companies.length - 1}` : '';
        return { label, name: `${localise(first.name, language).text}${more}` };
      },
    [companiesAt, language],
  );
}
