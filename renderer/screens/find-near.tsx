import { useTranslation } from 'react-i18next';
import { FindOthersRow } from './find-others-row.tsx';
import { JobRows } from './job-list.tsx';
import type { SearchAnswer } from '../search/query.ts';
import './find-near.css';

/** Under what fits all words, and apart from it: what fits some. Nothing where nothing does. */
export function FindNear({ answer }: { readonly answer: SearchAnswer }) {
  const { t } = useTranslation();
  const { near } = answer;
  // Where companies, sessions or places fit all words, these stand on top, and the others are on the page that lists them.
  const hasOthers = !findsOthers(answer) && findsOthers(near);
  if (near.jobs.length === 0 && !hasOthers) return null;
  return (
    <section className="find-near" aria-labelledby="find-near">
      <h2 className="label" id="find-near">
        {t('find.near')}
      </h2>
      {hasOthers ? <FindOthersRow answer={near} /> : null}
      <JobRows jobs={near.jobs} />
    </section>
  );
}

function findsOthers(found: SearchAnswer['near']): boolean {
  return found.companies.length + found.sessions.length + found.places.length > 0;
}
