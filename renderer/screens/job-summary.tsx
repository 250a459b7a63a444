import { use, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../domain/job.ts';
import { localise } from '../../domain/localised.ts';
import { isNew } from '../../domain/match/is-new.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useVisit } from '../visit/visit.tsx';
import { Marked, MatchedContext } from './find-marked.tsx';

interface JobSummaryProps {
  readonly job: Job;
  /** In place of level, contract and place. */
  readonly children?: ReactNode;
}

const nothing: readonly string[] = [];

/** A job in a row of a list: title, company, facts, and where its booth is. */
export function JobSummary({ job, children }: JobSummaryProps) {
  const matched = use(MatchedContext).get(job.id) ?? nothing;
  const { t } = useTranslation();
  const { event, companyById } = useCatalogue();
  const { language } = useVisit();
  const company = companyById.get(job.company);
  const title = localise(job.title, language);
  const [stand] = company?.stands ?? [];
  const facts = [
    job.level ? t(`job.level.${job.level}`) : null,
    job.contract && job.contract !== 'internship' ? t(`job.contract.${job.contract}`) : null,
    job.place ? localise(job.place, language).text : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      <span className="job-row-text">
        <strong lang={title.language}>
          <Marked text={title.text} matched={matched} />
        </strong>
        <span className="job-company">
          {isNew(job.posted, event.days[0]?.date ?? '') ? <em className="job-new">{t('find.new')}</em> : null}
          {company ? <Marked text={localise(company.name, language).text} matched={matched} /> : null}
        </span>
        {children ?? <span className="note">{facts.join(' · ')}</span>}
      </span>
      {stand === undefined ? null : <span className="stand-label">{stand}</span>}
    </>
  );
}
