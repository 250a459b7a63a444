import { localise, type Localised } from '../../domain/localised.ts';
import type { ShortlistEntry } from '../../domain/shortlist.ts';
import { useCatalogue, type CatalogueView } from '../catalogue/catalogue.tsx';
import { useVisit } from '../visit/visit.tsx';

/** What a kept thing is called, in the visitor's language; empty when the organiser took it off. */
export function useEntryName(entry: ShortlistEntry): string {
  const catalogue = useCatalogue();
  const { language } = useVisit();
  const name = findName(entry, catalogue);
  return name ? localise(name, language).text : '';
}

function findName({ kind, id }: ShortlistEntry, catalogue: CatalogueView): Localised | undefined {
  switch (kind) {
    case 'job':
      return catalogue.jobById.get(id)?.title;
    case 'company':
      return catalogue.companyById.get(id)?.name;
    case 'session':
      return catalogue.sessions.find((session) => session.id === id)?.title;
  }
}
