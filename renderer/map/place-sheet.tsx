import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FloorPlan, Place } from '../../domain/floor-plan.ts';
import { localise } from '../../domain/localised.ts';
import type { Route } from '../../domain/walk/route.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { useVisit } from '../visit/visit.tsx';
import { hasSteps, StepFreeSwitch } from './step-free-switch.tsx';
import { WrittenRoute } from './written-route.tsx';
import './place-sheet.css';

interface PlaceSheetProps {
  readonly plan: FloorPlan;
  readonly place: Place;
  readonly route: Route | null;
  readonly onCompany: (company: string) => void;
}

/** What one wants to know of a place on the map: who is there, and the way in words. */
export function PlaceSheet({ plan, place, route, onCompany }: PlaceSheetProps) {
  const { isStepFree } = useShortlist();
  return (
    <div className="place-sheet scroll">
      <CompaniesHere place={place} onCompany={onCompany} />
      {route || isStepFree ? (
        <div className="place-way">
          {hasSteps(plan) ? <StepFreeSwitch /> : null}
          {route ? <WrittenRoute plan={plan} route={route} /> : null}
        </div>
      ) : null}
    </div>
  );
}

function CompaniesHere({ place, onCompany }: Pick<PlaceSheetProps, 'place' | 'onCompany'>) {
  const { t } = useTranslation();
  const { companiesAt, jobs } = useCatalogue();
  const { language } = useVisit();
  const { label } = place.properties;
  const companies = label === undefined ? [] : (companiesAt.get(label) ?? []);
  return (
    <ul className="place-companies">
      {companies.map(({ id, name }) => (
        <li key={id}>
          <Button
            className="place-company"
            onPress={() => {
              onCompany(id);
            }}
          >
            <span>
              {companies.length > 1 ? (
                <strong>{localise(name, language).text}</strong>
              ) : (
                <strong>{t('map.jobsHere')}</strong>
              )}
              <span className="note">
                {t('companies.jobs', { count: jobs.filter((job) => job.company === id).length })}
              </span>
            </span>
            <ChevronRight aria-hidden="true" />
          </Button>
          <ShortlistButton entry={{ kind: 'company', id }} isCompact />
        </li>
      ))}
    </ul>
  );
}
