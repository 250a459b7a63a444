import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import './job-list.css';

export function CompaniesScreen() {
  const { t } = useTranslation();
  const { companies, jobs } = useCatalogue();
  const { go, language } = useVisit();
  const openings = Map.groupBy(jobs, (job) => job.company);
  return (
    <Step question={t('companies.title')}>
      <ul>
        {companies.map((company) => (
          <li key={company.id} className="job-item">
            <Button
              className="job-row"
              onPress={() => {
                go({ name: 'company', company: company.id });
              }}
            >
              <span className="job-row-text">
                <strong>{localise(company.name, language).text}</strong>
                <span className="note">{t('companies.jobs', { count: openings.get(company.id)?.length ?? 0 })}</span>
              </span>
              {company.stands[0] ? <span className="stand-label">{company.stands[0]}</span> : null}
            </Button>
            <ShortlistButton entry={{ kind: 'company', id: company.id }} isCompact />
          </li>
        ))}
      </ul>
    </Step>
  );
}
