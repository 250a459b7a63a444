import { useTranslation } from 'react-i18next';
import type { Place } from '../../domain/floor-plan.ts';
import { localise, type Language } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';
import { useCatalogue, type CatalogueView } from '../catalogue/catalogue.tsx';
import { formatDay } from '../visit/clock.tsx';
import { useVisit } from '../visit/visit.tsx';
import { listDays } from './agenda-query.ts';

/** Where a session is, as people say it; null when nobody has said. */
export function roomOf(
  session: Session,
  catalogue: Pick<CatalogueView, 'placeById'>,
  language: Language,
): string | null {
  const place = placeOf(session, catalogue);
  const name = place?.properties.name ?? session.room;
  return name ? localise(name, language).text : (place?.properties.label ?? null);
}

/** On the plan. */
export function placeOf({ place }: Session, { placeById }: Pick<CatalogueView, 'placeById'>): Place | undefined {
  return place === undefined ? undefined : placeById.get(place);
}

/** What is said of a session beside its title. */
export function useSessionWords() {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const { language } = useVisit();
  const hasDays = listDays(catalogue.sessions).length > 1;
  const times = ({ start, end }: Session) => `${start.slice(11)} – ${end.slice(11)}`;
  const track = (session: Session) => (session.track ? localise(session.track, language).text : null);
  const join = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' · ');
  return {
    title: (session: Session) => localise(session.title, language).text,
    room: (session: Session) => roomOf(session, catalogue, language),
    /** "Sat 1 Feb · 11:00 – 11:40 · Forum stage" */
    whenAndWhere: (session: Session) =>
      join([hasDays ? formatDay(session.start, language) : null, times(session), roomOf(session, catalogue, language)]),
    /** "Forum · Ada Lovelace, Grace Hopper" */
    facts: (session: Session) =>
      join([t(`agenda.kind.${session.kind}`), track(session), session.speakers.join(', ') || null]),
  };
}
