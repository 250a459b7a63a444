import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { KeptCompany } from '../../domain/shortlist/group-by-booth.ts';
import { useSessionWords } from '../agenda/use-session-words.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { usePlaceName } from '../map/place-name.ts';
import { walkingMinutes } from '../map/use-route.ts';
import { useVisit } from '../visit/visit.tsx';
import type { WalkStop } from './list-stops.ts';
import type { PlannedStop, Walk } from './use-walk.ts';

/** How a walk is told, on the screen and on paper. */
export function useWalkWords() {
  const { t } = useTranslation();
  const { language } = useVisit();
  const { placeById } = useCatalogue();
  const nameOfPlace = usePlaceName();
  const { title: titleOf } = useSessionWords();

  /** "three", and figures where a word would be longer. */
  const number = (count: number) => t('walk.numbers').split(' ')[count - 1] ?? String(count);
  const company = ({ company: { name } }: KeptCompany) => localise(name, language).text;
  const name = ({ companies, place }: WalkStop) => {
    const stand = placeById.get(place);
    return companies.length > 0 ? companies.map(company).join(' / ') : stand ? nameOfPlace(stand) : '';
  };
  /** "Forum at 11:00 on the way" */
  const onWay = ({ onWay: session }: PlannedStop) =>
    session && t('walk.onTheWay', { kind: t(`agenda.kind.${session.kind}`), time: session.start.slice(11) });
  return {
    name,
    company,
    onWay,
    /** "Three booths, four minutes" */
    title: ({ planned, visited, tour }: Walk) => {
      const count = planned.length;
      if (count === 0) return t(visited.length > 0 ? 'walk.allVisited' : 'walk.nothing');
      const isBooths = planned.every(({ label }) => label !== null);
      const stops = t(isBooths ? 'walk.booths' : 'walk.stops', { count, number: number(count) });
      if (!tour) return t('walk.plain');
      const minutes = walkingMinutes(tour.seconds);
      const told = t('walk.title', { stops, minutes: t('walk.minutes', { count: minutes, number: number(minutes) }) });
      return told.charAt(0).toLocaleUpperCase(language) + told.slice(1);
    },
    /** "C03 · 90 m · Forum at 11:00 on the way" */
    facts: (stop: PlannedStop) =>
      [stop.label, stop.route ? t('walk.metres', { metres: Math.round(stop.route.metres) }) : null, onWay(stop)]
        .filter((part) => part !== null)
        .join(' · '),
    /** What is kept of it: titles of jobs and of sessions. */
    titles: ({ companies, sessions }: WalkStop) => [
      ...companies.flatMap(({ jobs }) => jobs.map(({ title }) => localise(title, language).text)),
      ...sessions.map((session) => `${session.start.slice(11)} ${titleOf(session)}`),
    ],
  };
}
