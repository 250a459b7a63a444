import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { jobContracts, jobLevels } from '../../domain/job.ts';
import { localise, type Language } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import type { FacetName } from '../search/query.ts';
import { useVisit } from '../visit/visit.tsx';

type Name = (value: string) => string;

/** What a language of work is called: `yue` is Cantonese. */
export function useWorkLanguage(): Name {
  const { t } = useTranslation();
  const { language } = useVisit();
  return useCallback(
    (code) => {
      switch (code) {
        case 'en':
        case 'yue':
        case 'cmn':
          return t(`find.workLanguage.${code}`);
        default:
          return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
      }
    },
    [t, language],
  );
}

/** What the values of a facet are called in the visitor's language. */
export function useFacetNames(): Readonly<Record<FacetName, Name>> {
  const { t } = useTranslation();
  const { event, companyById, jobs } = useCatalogue();
  const { language } = useVisit();
  const languageName = useWorkLanguage();
  return {
    function: (id) => {
      const choice = event.functions.find((each) => each.id === id);
      return choice ? localise(choice.name, language).text : id;
    },
    level: (id) => {
      const level = jobLevels.find((each) => each === id);
      return level ? t(`job.level.${level}`) : id;
    },
    company: (id) => {
      const company = companyById.get(id);
      return company ? localise(company.name, language).text : id;
    },
    contract: (id) => {
      const contract = jobContracts.find((each) => each === id);
      return contract ? t(`job.contract.${contract}`) : id;
    },
    language: languageName,
    place: (value) => {
      const place = jobs.find((job) => job.place && Object.values(job.place).includes(value))?.place;
      return place ? localise(place, language).text : value;
    },
  };
}

/** "English, Cantonese and Putonghua", as the visitor's language joins them. */
export function joinNames(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
