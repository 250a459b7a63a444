import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { BoothButton } from './booth-button.tsx';
import { JobList } from './job-list.tsx';
import { Gone } from './gone.tsx';
import './company.css';

export function CompanyScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { companyById, jobs } = useCatalogue();
  const { language } = useVisit();
  const openings = useMemo(
    () => jobs.filter((job) => job.company === id).map((job) => ({ id: job.id, matched: [] })),
    [jobs, id],
  );
  const company = companyById.get(id);
  if (!company) return <Gone />;
  const about = company.about ? localise(company.about, language) : null;
  return (
    <Step
      question={localise(company.name, language).text}
      hint={company.stands.length > 0 ? t('jobs.stand', { label: company.stands.join(', ') }) : undefined}
      primary={<BoothButton company={company} job={null} />}
    >
      {about ? (
        <p className="prose" lang={about.language}>
          {about.text}
        </p>
      ) : null}
      <div>
        <ShortlistButton entry={{ kind: 'company', id }} />
      </div>
      {company.stands.length === 0 ? <p className="note">{t('job.noBooth')}</p> : null}
      {openings.length > 0 ? (
        <section className="company-jobs">
          <h2 className="label">{t('companies.jobs', { count: openings.length })}</h2>
          <JobList jobs={openings} first={30} />
        </section>
      ) : null}
    </Step>
  );
}
