import { useLayoutEffect, useMemo, useRef } from 'react';
import type { FloorPlan } from '../../domain/floor-plan.ts';
import type { Language } from '../../domain/localised.ts';
import type { Media } from '../../domain/print-job.ts';
import type { Route } from '../../domain/walk/route.ts';
import { documentStyle } from './document-style.ts';
import { fitMapSlip } from './fit-map-slip.ts';
import { layOutWithFonts } from './lay-out.ts';
import { MapDrawing } from './map-drawing.tsx';
import { SlipHead } from './slip-head.tsx';
import { measuresOf } from './measures.ts';
import { paginate } from './paginate.ts';
import './document.css';
import './map-slip.css';

export interface MapSlipStop {
  /** Id of the stand on the plan. */
  readonly placeId: string;
  /** What is written at the stand: `C03`. */
  readonly label: string | null;
  readonly name: string;
  readonly jobTitle?: string;
  readonly note?: string;
}

export interface MapSlipProps {
  readonly media: Media;
  readonly language: Language;
  readonly title: string;
  /** "4 min"; null when no way is known. */
  readonly walkingTime: string | null;
  /** Where and when it was printed: "from kiosk 3 · 10:51". */
  readonly from: string;
  /** Which printer, and for whom, where several kiosks share it; null or left out otherwise. */
  readonly origin?: string | null;
  readonly date: string;
  readonly plan: FloorPlan;
  /** From here to the first stop, from there to the second, and so on; none when no way is known. */
  readonly routes: readonly Route[];
  /** Numbered from 1 on the plan and in the list. */
  readonly stops: readonly MapSlipStop[];
  readonly youAreHere: { readonly placeId: string; readonly label: string } | null;
  /** By id. */
  readonly floorNames: Readonly<Record<string, string>>;
  /** What says that this is not the first print; null on the first. */
  readonly reprint: string | null;
}

export function MapSlip({ media, language, title, walkingTime, from, date, plan, routes, ...props }: MapSlipProps) {
  const { origin = null, stops, youAreHere, floorNames, reprint } = props;
  const root = useRef<HTMLElement>(null);
  const measures = useMemo(() => measuresOf(media), [media]);
  const text = JSON.stringify([title, walkingTime, from, date, stops, youAreHere, origin, reprint, language]);
  useLayoutEffect(() => {
    const document = root.current;
    if (document === null) return undefined;
    return layOutWithFonts(document, (slip) => {
      fitMapSlip(slip, measures);
      paginate(slip, media.heightDots);
    });
  }, [text, measures, media.heightDots, plan]);
  return (
    <article ref={root} className="document map-slip" lang={language} style={documentStyle(measures)}>
      <SlipHead {...{ title, walkingTime, from, origin, date, reprint }} />
      <MapDrawing {...{ plan, language, measures, routes, stops, youAreHere, floorNames }} />
      <ol className="map-slip-stops">
        {stops.map((stop, index) => (
          <li key={stop.placeId} className="map-slip-stop">
            <span className="map-slip-number">{index + 1}</span>
            <div>
              <p className="map-slip-name" dir="auto">
                <strong>{stop.name}</strong>
                {stop.label !== null && <span className="map-slip-label"> · {stop.label}</span>}
              </p>
              {stop.jobTitle !== undefined && <p dir="auto">{stop.jobTitle}</p>}
              {stop.note !== undefined && <p className="document-caption">{stop.note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </article>
  );
}
