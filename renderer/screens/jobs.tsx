import { Search, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { OneOf } from '../controls/choices.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Keyboard } from '../controls/keyboard/keyboard.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useSearch } from '../search/catalogue-search.ts';
import { emptyQuery, isFiltered } from '../search/query.ts';
import { BackButton } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { JobList } from './job-list.tsx';
import './jobs.css';

const none: readonly string[] = [];

/** Search as you type. What was typed stays when the visitor comes back from a job. */
export function JobsScreen() {
  const { t } = useTranslation();
  const { event } = useCatalogue();
  const { search } = useKiosk();
  const { language, jobQuery, setJobQuery } = useVisit();
  const answer = useSearch(search, jobQuery);
  const found = useMemo(() => answer?.jobs.map(({ id }) => id), [answer]);

  return (
    <div className="jobs">
      <div className="jobs-query">
        <TextField
          label={t('jobs.search')}
          hideLabel
          icon={<Search aria-hidden="true" />}
          placeholder={t('jobs.placeholder')}
          layout="search"
          value={jobQuery.text}
          onChange={(text) => {
            setJobQuery({ ...jobQuery, text });
          }}
        />
        {event.functions.length > 0 ? (
          <OneOf
            label={t('jobs.title')}
            hideLabel
            layout="segments"
            value={jobQuery.facets.function[0] ?? ''}
            options={[
              { id: '', name: t('jobs.allFunctions') },
              ...event.functions.map((choice) => ({ id: choice.id, name: localise(choice.name, language).text })),
            ]}
            onChange={(chosen) => {
              setJobQuery({ ...jobQuery, facets: { ...jobQuery.facets, function: chosen === '' ? [] : [chosen] } });
            }}
          />
        ) : null}
        <div className="jobs-status">
          <p role="status">{found ? t('jobs.count', { count: found.length }) : ''}</p>
          <CompanyFilter />
        </div>
      </div>
      {found?.length === 0 ? (
        <div className="jobs-none">
          <h2 className="title">{t('jobs.noneTitle')}</h2>
          <p>{t('jobs.noneText')}</p>
          {isFiltered(jobQuery) ? (
            <Button
              onPress={() => {
                setJobQuery({ ...emptyQuery, text: jobQuery.text });
              }}
            >
              {t('jobs.withoutFilters')}
            </Button>
          ) : null}
        </div>
      ) : (
        <JobList jobs={found ?? none} />
      )}
      <Keyboard canHide />
      <div className="step-actions">
        <BackButton />
      </div>
    </div>
  );
}

function CompanyFilter() {
  const { t } = useTranslation();
  const { companies, companyById } = useCatalogue();
  const { language, jobQuery, setJobQuery } = useVisit();
  const [isOpen, setIsOpen] = useState(false);
  const chosen = companyById.get(jobQuery.facets.company[0] ?? '');
  const choose = (company: string | null) => {
    setJobQuery({ ...jobQuery, facets: { ...jobQuery.facets, company: company === null ? [] : [company] } });
    setIsOpen(false);
  };
  return (
    <>
      <AriaButton
        className="chip"
        data-selected={chosen ? true : undefined}
        onPress={() => {
          if (chosen) choose(null);
          else setIsOpen(true);
        }}
      >
        {chosen ? localise(chosen.name, language).text : t('jobs.company')}
        {chosen ? <X aria-label={t('jobs.clear')} /> : null}
      </AriaButton>
      <Dialog
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
        title={t('jobs.company')}
        actions={
          <Button
            onPress={() => {
              choose(null);
            }}
          >
            {t('jobs.allCompanies')}
          </Button>
        }
      >
        <div className="chips">
          {companies.map((company) => (
            <AriaButton
              key={company.id}
              className="chip"
              onPress={() => {
                choose(company.id);
              }}
            >
              {localise(company.name, language).text}
            </AriaButton>
          ))}
        </div>
      </Dialog>
    </>
  );
}
