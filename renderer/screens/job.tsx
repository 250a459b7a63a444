import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { BoothButton } from './booth-button.tsx';
import { joinNames, useWorkLanguage } from './find-names.ts';
import { Gone } from './gone.tsx';
import './job.css';

export function JobScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { event, jobById, companyById, standByLabel } = useCatalogue();
  const { go, language } = useVisit();
  const workLanguage = useWorkLanguage();
  const job = jobById.get(id);
  if (!job) return <Gone />;

  const company = companyById.get(job.company);
  const hasBooth = company?.stands.some((label) => standByLabel.has(label));
  const title = localise(job.title, language);
  const text = localise(job.text, language);
  const place = job.place ? localise(job.place, language).text : null;
  const jobFunction = event.functions.find((choice) => choice.id === job.function);
  const facts = [
    jobFunction ? localise(jobFunction.name, language).text : null,
    job.level ? t(`job.level.${job.level}`) : null,
    job.contract && job.contract !== 'internship' ? t(`job.contract.${job.contract}`) : null,
    place,
    job.languages.length > 0 ? joinNames(job.languages.map(workLanguage), language) : null,
  ].filter((fact) => fact !== null);

  return (
    <Step
      question={title.text}
      hint={company ? localise(company.name, language).text : undefined}
      primary={<BoothButton company={company} job={id} />}
    >
      <ul className="facts">
        {company && company.stands.length > 0 ? (
          <li className="facts-stand">{t('jobs.stand', { label: company.stands.join(', ') })}</li>
        ) : null}
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div className="job-more">
        <ShortlistButton entry={{ kind: 'job', id }} />
        {company ? (
          <Button
            onPress={() => {
              go({ name: 'company', company: company.id });
            }}
          >
            {t('job.company')}
          </Button>
        ) : null}
      </div>
      <div className="prose" lang={text.language}>
        {text.text.split(/\n+/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {text.language === language ? null : (
        <p className="note">{t('job.originalLanguage', { language: t(`languageName.${text.language}`) })}</p>
      )}
      {company && !hasBooth ? <p className="note">{t('job.noBooth')}</p> : null}
    </Step>
  );
}
