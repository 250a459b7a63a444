import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../domain/floor-plan.ts';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useVisit } from '../visit/visit.tsx';

/** What a place is called: by who is there, by its own name, by its label, or by what it is. */
export function usePlaceName(): (place: Place) => string {
  const { t } = useTranslation();
  const { companiesAt } = useCatalogue();
  const { language } = useVisit();
  return useCallback(
    ({ properties: { kind, label, name } }) => {
      const companies = label === undefined ? undefined : companiesAt.get(label);
      if (companies?.length === 1) return localise(companies[0].name, language).text;
      if (name) return localise(name, language).text;
      if (label !== undefined) return t('jobs.stand', { label });
      return kind === 'hall' || kind === 'walkway' || kind === 'stand' ? '' : t(`map.place.${kind}`);
    },
    [companiesAt, language, t],
  );
}
