import { Search, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Keyboard } from '../controls/keyboard/keyboard.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useSearch } from '../search/catalogue-search.ts';
import { isFiltered, noFacets, type Hit } from '../search/query.ts';
import { BackButton } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { FindFacets } from './find-facets.tsx';
import { FindNear } from './find-near.tsx';
import { FindOnMap } from './find-on-map.tsx';
import { FindOthersRow } from './find-others-row.tsx';
import { FindRelaxations } from './find-relaxations.tsx';
import { JobList } from './job-list.tsx';
import './jobs.css';

const none: readonly Hit[] = [];

/** One box over everything, searched as it is typed. What was typed stays when the visitor comes back. */
export function JobsScreen() {
  const { t } = useTranslation();
  const { search } = useKiosk();
  const { jobQuery, setJobQuery } = useVisit();
  const answer = useSearch(search, jobQuery);
  // Who comes to search types; who comes back to what was found reads.
  const [isFresh] = useState(jobQuery.text === '' && !isFiltered(jobQuery));

  return (
    <div className="jobs">
      <div className="jobs-query">
        <TextField
          label={t('jobs.search')}
          hideLabel
          icon={<Search aria-hidden="true" />}
          placeholder={t('jobs.placeholder')}
          layout="search"
          takesFocus={isFresh}
          value={jobQuery.text}
          onChange={(text) => {
            setJobQuery({ ...jobQuery, text });
          }}
        />
        <FindFacets answer={answer} />
        <div className="jobs-status">
          <p role="status">{answer ? t('jobs.count', { count: answer.jobs.length }) : ''}</p>
          {isFiltered(jobQuery) ? (
            <AriaButton
              className="chip jobs-clear"
              onPress={() => {
                setJobQuery({ ...jobQuery, facets: noFacets });
              }}
            >
              {t('find.clearAll')}
              <X aria-hidden="true" />
            </AriaButton>
          ) : null}
        </div>
      </div>
      <div className="jobs-found">
        <FindOthersRow answer={answer} />
        {answer?.jobs.length === 0 ? (
          <div className="scroll">
            <FindRelaxations relaxations={answer.relaxations} />
            <div className="job-list">
              <FindNear answer={answer} />
            </div>
          </div>
        ) : (
          <JobList jobs={answer?.jobs ?? none}>{answer ? <FindNear answer={answer} /> : null}</JobList>
        )}
      </div>
      <Keyboard canHide />
      <div className="step-actions">
        <BackButton />
        <FindOnMap answer={answer} />
      </div>
    </div>
  );
}
