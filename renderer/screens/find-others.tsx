import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../kiosk.tsx';
import { useSearch } from '../search/catalogue-search.ts';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { Marked } from './find-marked.tsx';
import { FindOnMap } from './find-on-map.tsx';
import { otherKinds, useOtherHits, type OtherHit } from './find-other-hits.ts';
import { kindIcons } from './find-others-row.tsx';
import './find-others.css';
import './job-list.css';

/** All companies, sessions and places that the words of the search find. */
export function FindOthersScreen() {
  const { t } = useTranslation();
  const { search } = useKiosk();
  const { jobQuery } = useVisit();
  const answer = useSearch(search, jobQuery);
  const full = useOtherHits(answer);
  const near = useOtherHits(answer?.near ?? null);
  return (
    <Step question={t('find.othersTitle')} hint={`“${jobQuery.text.trim()}”`} primary={<FindOnMap answer={answer} />}>
      {otherKinds
        .filter((kind) => full[kind].length + near[kind].length > 0)
        .map((kind) => (
          <section key={kind}>
            <h2 className="label">
              {t(`find.kind.${kind}`)}{' '}
              {full[kind].length > 0 ? <span className="note">{full[kind].length}</span> : null}
            </h2>
            <OtherRows hits={full[kind]} />
            {near[kind].length > 0 ? <h3 className="label find-near-kind">{t('find.near')}</h3> : null}
            <OtherRows hits={near[kind]} />
          </section>
        ))}
    </Step>
  );
}

function OtherRows({ hits }: { readonly hits: readonly OtherHit[] }) {
  if (hits.length === 0) return null;
  return (
    <ul>
      {hits.map((found) => (
        <OtherRow key={found.hit.id} {...found} />
      ))}
    </ul>
  );
}

function OtherRow({ kind, hit, name, note, to }: OtherHit) {
  const { go } = useVisit();
  return (
    <li className="job-item">
      <Button
        className="job-row"
        onPress={() => {
          go(to);
        }}
      >
        <span className="find-kind">{kindIcons[kind]}</span>
        <span className="job-row-text">
          <strong>
            <Marked text={name} matched={hit.matched} />
          </strong>
          {note === null ? null : <span className="note">{note}</span>}
        </span>
        {kind === 'place' ? <ChevronRight aria-hidden="true" /> : null}
      </Button>
      {kind === 'place' ? null : <ShortlistButton entry={{ kind, id: hit.id }} isCompact />}
    </li>
  );
}
