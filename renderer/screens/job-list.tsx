import { ChevronRight } from 'lucide-react';
import { memo, useState, type UIEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise, type Language } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import type { Screen } from '../visit/screen.ts';
import { useVisit } from '../visit/visit.tsx';
import './job-list.css';

const page = 30;

/** Jobs in the order given. Rows appear as the list is pulled up: 320 rows at once would make every keystroke wait. */
export function JobList({ jobs }: { readonly jobs: readonly string[] }) {
  const { go, language } = useVisit();
  const [shown, setShown] = useState({ jobs, count: page });
  const count = shown.jobs === jobs ? shown.count : page;
  const extend = ({ currentTarget: list }: UIEvent<HTMLElement>) => {
    const isNearEnd = list.scrollTop + 2 * list.clientHeight > list.scrollHeight;
    if (isNearEnd && count < jobs.length) setShown({ jobs, count: count + page });
  };
  return (
    <ul className="job-list scroll" onScroll={extend}>
      {jobs.slice(0, count).map((id) => (
        <JobRow key={id} id={id} language={language} go={go} />
      ))}
    </ul>
  );
}

interface JobRowProps {
  readonly id: string;
  readonly language: Language;
  readonly go: (screen: Screen) => void;
}

/** Drawn once: a row that stays in the list is not drawn again with every letter typed, which took 18 ms a key for 30 rows. */
const JobRow = memo(function JobRow({ id, language, go }: JobRowProps) {
  const { t } = useTranslation();
  const { jobById, companyById } = useCatalogue();
  const job = jobById.get(id);
  if (!job) return null;
  const company = companyById.get(job.company);
  const title = localise(job.title, language);
  return (
    <li>
      <Button
        className="job-row"
        onPress={() => {
          go({ name: 'job', job: id });
        }}
      >
        <span className="job-row-text">
          <strong lang={title.language}>{title.text}</strong>
          <span className="note">
            {company ? localise(company.name, language).text : null}
            {job.level ? ` · ${t(`job.level.${job.level}`)}` : null}
          </span>
        </span>
        {company?.stands[0] ? <span className="stand-label">{company.stands[0]}</span> : null}
        <ChevronRight aria-hidden="true" />
      </Button>
    </li>
  );
});
