import { useLayoutEffect, useMemo, useRef } from 'react';
import type { FloorPlan } from '../../domain/floor-plan.ts';
import type { Language } from '../../domain/localised.ts';
import type { Media } from '../../domain/print-job.ts';
import type { Route } from '../../domain/walk/route.ts';
import { documentStyle } from './document-style.ts';
import { fitMapSlip } from './fit-map-slip.ts';
import { layOutWithFonts } from './lay-out.ts';
import { MapDrawing } from './map-drawing.tsx';
import { measuresOf } from './measures.ts';
import { paginate } from './paginate.ts';
import { RouteSlipCode } from './route-slip-code.tsx';
import { RouteSlipStops, type RouteSlipStop } from './route-slip-stops.tsx';
import { SlipHead } from './slip-head.tsx';
import './document.css';
import './map-slip.css';
import './route-slip.css';

export interface RouteSlipProps {
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
  /** Null when the event has none. */
  readonly plan: FloorPlan | null;
  /** From here to the first stop, from there to the second, and so on. */
  readonly routes: readonly Route[];
  /** In the order of walking; numbered from 1 on the plan and in the list. */
  readonly stops: readonly RouteSlipStop[];
  /** "and 3 more on your phone"; null when all stops are here. */
  readonly more: string | null;
  /** Kept sessions: when, what and where. */
  readonly sessions: { readonly title: string; readonly lines: readonly string[] };
  /** The whole list for a phone, in one code or several. */
  readonly codes: readonly { readonly text: string; readonly caption: string }[];
  readonly youAreHere: { readonly placeId: string; readonly label: string } | null;
  /** By id. */
  readonly floorNames: Readonly<Record<string, string>>;
  /** What says that this is not the first print; null on the first. */
  readonly reprint: string | null;
}

/** Units; on wider paper, such as A4, the map takes less than the width, and the list stands in two columns below it. */
const widestStrip = 900;
const mapShare = 0.72;

/** The walk over a shortlist: a map for each floor, the stops in order, and the list itself as a code for the phone. */
export function RouteSlip({ media, language, title, walkingTime, from, date, plan, routes, ...props }: RouteSlipProps) {
  const { origin = null, stops, more, sessions, codes, youAreHere, floorNames, reprint } = props;
  const root = useRef<HTMLElement>(null);
  const measures = useMemo(() => measuresOf(media), [media]);
  const isWide = measures.width / measures.unit > widestStrip;
  const mapMeasures = isWide ? { ...measures, width: Math.round(measures.width * mapShare) } : measures;
  const text = JSON.stringify([
    title,
    walkingTime,
    from,
    date,
    stops,
    more,
    sessions,
    codes,
    origin,
    reprint,
    language,
  ]);
  useLayoutEffect(() => {
    const document = root.current;
    if (document === null) return undefined;
    return layOutWithFonts(document, (slip) => {
      fitMapSlip(slip, measures);
      paginate(slip, media.heightDots);
    });
  }, [text, measures, media.heightDots, plan]);
  return (
    <article
      ref={root}
      className={`document map-slip route-slip ${isWide ? 'route-slip-wide' : ''}`}
      lang={language}
      style={documentStyle(measures)}
    >
      <SlipHead {...{ title, walkingTime, from, origin, date, reprint }} />
      {plan && <MapDrawing measures={mapMeasures} {...{ plan, language, routes, stops, youAreHere, floorNames }} />}
      <div className="route-slip-list">
        <RouteSlipStops stops={stops} more={more} />
        {sessions.lines.length > 0 && (
          <section className="route-slip-sessions">
            <h2 className="map-slip-name">
              <strong>{sessions.title}</strong>
            </h2>
            {sessions.lines.map((line) => (
              <p key={line} dir="auto">
                {line}
              </p>
            ))}
          </section>
        )}
        {codes.map(({ text: carried, caption }) => (
          <RouteSlipCode key={caption} text={carried} caption={caption} media={media} />
        ))}
      </div>
    </article>
  );
}
