import { Map as MapIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCatalogue, type CatalogueView } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { isFiltered, type SearchAnswer } from '../search/query.ts';
import { useVisit } from '../visit/visit.tsx';

/** To the map, where the booths and places of all that was found stand out. Nothing when nothing was asked or is on the plan. */
export function FindOnMap({ answer }: { readonly answer: SearchAnswer | null }) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const { jobQuery, go } = useVisit();
  const isAsked = jobQuery.text.trim() !== '' || isFiltered(jobQuery);
  const found = answer && isAsked ? listPlaces(answer, catalogue) : [];
  if (found.length === 0) return null;
  return (
    <Button
      icon={<MapIcon />}
      onPress={() => {
        go({ name: 'map', place: null, job: null, found });
      }}
    >
      {t('find.onMap')}
    </Button>
  );
}

type Lookups = Pick<CatalogueView, 'companyById' | 'jobById' | 'placeById' | 'sessions' | 'standByLabel'>;

/** Ids of places on the plan, each once: booths of jobs and companies, rooms of sessions, and places themselves. */
export function listPlaces(
  { jobs, companies, sessions, places }: SearchAnswer['near'],
  { companyById, jobById, placeById, standByLabel, ...catalogue }: Lookups,
): string[] {
  const standsOf = (company: string | undefined) =>
    (companyById.get(company ?? '')?.stands ?? []).flatMap((label) => standByLabel.get(label)?.properties.id ?? []);
  const roomById = new Map(catalogue.sessions.map(({ id, place }) => [id, place]));
  const ids = [
    ...jobs.flatMap(({ id }) => standsOf(jobById.get(id)?.company)),
    ...companies.flatMap(({ id }) => standsOf(id)),
    ...sessions.flatMap(({ id }) => roomById.get(id) ?? []),
    ...places.map(({ id }) => id),
  ];
  return [...new Set(ids)].filter((id) => placeById.has(id));
}
