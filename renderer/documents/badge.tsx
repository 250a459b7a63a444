import { useLayoutEffect, useMemo, useRef } from 'react';
import type { BadgeLayout } from '../../domain/badge-layout.ts';
import type { Language } from '../../domain/localised.ts';
import type { Media } from '../../domain/print-job.ts';
import { BadgeSection, type BadgeStripe } from './badge-section.tsx';
import { badgeMeasuresOf } from './badge-measures.ts';
import { documentStyle } from './document-style.ts';
import { fitBadge } from './fit-badge.ts';
import { layOutWithFonts } from './lay-out.ts';
import './document.css';
import './badge.css';

export interface BadgeProps {
  readonly media: Media;
  readonly layout: BadgeLayout;
  /** Of the words on it; decides between the Han forms of Hong Kong and of the mainland. */
  readonly language: Language;
  readonly eventName: string;
  readonly eventTagline: string | null;
  readonly date: string;
  /** At least one is not empty. */
  readonly name: { readonly own: string; readonly latin: string };
  /** Of study or work; may be empty. */
  readonly field: string;
  readonly claimCode: string;
  readonly claimCaption: string;
  readonly stripe: BadgeStripe;
  /** "Printer 3 · from kiosk K2", where several kiosks share a printer; null or left out otherwise. */
  readonly origin?: string | null;
  /** What says that this is not the first print; null on the first. */
  readonly reprint: string | null;
}

/**
 * What a visitor wears: the fields of the layout from the top. `data-holds` says `no` when the name had to be set smaller than can be read
 * across a table, or more stands on it than its sheet has room for.
 */
export function Badge(props: BadgeProps) {
  const { media, layout, language } = props;
  const root = useRef<HTMLElement>(null);
  const measures = useMemo(() => badgeMeasuresOf(media), [media]);
  // Whatever decides how it is laid out.
  const content = JSON.stringify(props);
  useLayoutEffect(() => {
    const document = root.current;
    if (document === null) return undefined;
    return layOutWithFonts(document, (badge) => {
      fitBadge({ badge, measures, height: media.heightDots });
    });
  }, [content, measures, media.heightDots]);
  const isPage = media.heightDots !== null;
  return (
    <article
      ref={root}
      className="document badge"
      lang={language}
      data-page={isPage ? 'yes' : undefined}
      style={{ ...documentStyle(measures), ...(isPage && { height: `${String(media.heightDots)}px` }) }}
    >
      {!layout.fields.some(({ field }) => field === 'event') && (
        <Reprint words={props.reprint} origin={props.origin ?? null} />
      )}
      {layout.fields.map(({ field, size }) => (
        <BadgeSection key={field} {...{ field, size, measures, badge: props }} />
      ))}
    </article>
  );
}

/** Without the event's line, which else carries both. */
function Reprint({ words, origin }: { words: string | null; origin: string | null }) {
  if (words === null && origin === null) return null;
  return (
    <p className="badge-head">
      {origin !== null && <span className="document-caption">{origin}</span>}
      {words !== null && <strong className="document-caption document-reprint">{words}</strong>}
    </p>
  );
}
