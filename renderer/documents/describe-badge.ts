import type { TFunction } from 'i18next';
import { usualBadgeLayout } from '../../domain/badge-layout.ts';
import type { EventDetails } from '../../domain/event.ts';
import { localise, type Language } from '../../domain/localised.ts';
import type { Media } from '../../domain/print-job.ts';
import { toSingleLine } from '../../domain/text.ts';
import type { VisitorStatus } from '../../domain/visitor-status.ts';
import type { BadgeProps } from './badge.tsx';

interface BadgeOwner {
  readonly media: Media;
  readonly event: EventDetails;
  readonly language: Language;
  /** In the event's time zone and that language. */
  readonly date: string;
  readonly name: { readonly own: string; readonly latin: string };
  readonly field: string;
  /** Null for somebody of whom nobody knows it. */
  readonly status: VisitorStatus | null;
  readonly claimCode: string;
  readonly isReprint: boolean;
  /** Which printer, and for whom, where several kiosks share it. */
  readonly origin?: string | null;
}

/** The badge of one visitor, as the event's layout has it. @param words of the visitor's language, and of English by `lng` */
export function describeBadge(owner: BadgeOwner, words: TFunction): BadgeProps {
  const { event, language, status } = owner;
  const layout = event.badge ?? usualBadgeLayout;
  const stripe = status === null ? undefined : layout.stripes[status];
  const usual = status === null ? ('paper.visitor' as const) : (`paper.status.${status}` as const);
  const inLanguage = (lng: Language) => (stripe?.label ? localise(stripe.label, lng).text : words(usual, { lng }));
  return {
    media: owner.media,
    layout,
    language,
    eventName: localise(event.name, language).text,
    eventTagline: event.tagline ? localise(event.tagline, language).text : null,
    date: owner.date,
    name: { own: toSingleLine(owner.name.own), latin: toSingleLine(owner.name.latin) },
    field: toSingleLine(owner.field),
    claimCode: owner.claimCode,
    claimCaption: words('paper.lost', { lng: language }),
    stripe: {
      words: [inLanguage(language), inLanguage('en')],
      pattern: stripe?.pattern ?? 'solid',
      colour: toTint(stripe?.colour),
    },
    origin: owner.origin ?? null,
    reprint: owner.isReprint ? words('paper.reprint', { lng: language }) : null,
  };
}

/** Black is what the dots are anyway. */
function toTint(colour: string | undefined): string | null {
  return colour === undefined || colour === '#000000' ? null : colour;
}
