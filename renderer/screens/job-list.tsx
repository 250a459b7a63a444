import { memo, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Button } from 'react-aria-components';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import type { Hit } from '../search/query.ts';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import type { Screen } from '../visit/screen.ts';
import { useVisit } from '../visit/visit.tsx';
import { MatchedContext } from './find-marked.tsx';
import { JobSummary } from './job-summary.tsx';
import './job-list.css';

/** What is seen above the keys, and a little more: each new row costs a keystroke 2 ms. */
const firstPage = 8;
const page = 30;
const nearEnd = 2;

interface JobListProps {
  readonly jobs: readonly Hit[];
  /** How many are there before anything is pulled up; few unless given, for a list that changes with every letter. */
  readonly first?: number;
  /** Under the last of them, and moved with them. */
  readonly children?: ReactNode;
}

/** Jobs in the order given. Rows appear as the list is pulled up: 3,000 at once would make every keystroke wait. */
export function JobList({ jobs, first = firstPage, children }: JobListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState({ jobs, count: first });
  const count = shown.jobs === jobs ? shown.count : first;
  useEffect(() => {
    // Another answer is read from its best.
    scroller.current?.scrollTo({ top: 0 });
  }, [jobs]);
  useEffect(() => {
    if (!list.current || count >= jobs.length) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setShown({ jobs, count: count + page });
    });
    // Any of the last rows: there are more before the end is seen, whatever it is that scrolls.
    for (const row of [...list.current.children].slice(-nearEnd)) observer.observe(row);
    return () => {
      observer.disconnect();
    };
  }, [jobs, count]);
  const rows = useMemo(() => jobs.slice(0, count), [jobs, count]);
  return (
    <div className="job-list scroll" ref={scroller}>
      <JobRows jobs={rows} list={list} />
      {children}
    </div>
  );
}

interface JobRowsProps {
  readonly jobs: readonly Hit[];
  readonly list?: RefObject<HTMLUListElement | null>;
}

/** All of the jobs given, at once. */
export function JobRows({ jobs, list }: JobRowsProps) {
  const { go } = useVisit();
  const matched = useMemo(() => new Map(jobs.map((hit) => [hit.id, hit.matched])), [jobs]);
  return (
    <MatchedContext value={matched}>
      <ul ref={list}>
        {jobs.map(({ id }) => (
          <JobRow key={id} id={id} go={go} />
        ))}
      </ul>
    </MatchedContext>
  );
}

interface JobRowProps {
  readonly id: string;
  readonly go: (screen: Screen) => void;
}

/** Drawn once: a row that stays in the list is not drawn again with every letter typed, which took 18 ms a key for 30 rows. */
const JobRow = memo(function JobRow({ id, go }: JobRowProps) {
  const { jobById } = useCatalogue();
  const job = jobById.get(id);
  if (!job) return null;
  return (
    <li className="job-item">
      <Button
        className="job-row"
        onPress={() => {
          go({ name: 'job', job: id });
        }}
      >
        <JobSummary job={job} />
      </Button>
      <ShortlistButton entry={{ kind: 'job', id }} isCompact />
    </li>
  );
});
