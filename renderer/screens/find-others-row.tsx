import { Building2, CalendarClock, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SearchAnswer } from '../search/query.ts';
import { useVisit } from '../visit/visit.tsx';
import { Marked } from './find-marked.tsx';
import { otherKinds, pickOthers, useOtherHits, type OtherKind } from './find-other-hits.ts';
import './find-others.css';

export const kindIcons: Readonly<Record<OtherKind, ReactNode>> = {
  company: <Building2 aria-hidden="true" />,
  session: <CalendarClock aria-hidden="true" />,
  place: <MapPin aria-hidden="true" />,
};

const most = 2;

/** Above the jobs: a few companies, sessions and places that the same words find, and the way to all of them. */
export function FindOthersRow({ answer }: { readonly answer: SearchAnswer['near'] | null }) {
  const { t } = useTranslation();
  const { go, jobQuery } = useVisit();
  const hits = useOtherHits(answer);
  const count = otherKinds.reduce((sum, kind) => sum + hits[kind].length, 0);
  if (count === 0) return null;
  const picked = pickOthers(hits, { text: jobQuery.text, most });
  return (
    <div className="find-others-row" role="group" aria-label={t('find.others')}>
      {picked.map(({ kind, hit, name, note, to }) => (
        <Button
          key={`${kind} ${hit.id}`}
          className="tile find-other"
          onPress={() => {
            go(to);
          }}
        >
          {kindIcons[kind]}
          <span className="find-other-text">
            <strong>
              <Marked text={name} matched={hit.matched} />
            </strong>
            {note === null ? null : <span className="note">{note}</span>}
          </span>
        </Button>
      ))}
      {count > picked.length ? (
        <Button
          className="tile find-other find-all"
          onPress={() => {
            go({ name: 'find-others' });
          }}
        >
          {t('find.allOthers', { count })}
        </Button>
      ) : null}
    </div>
  );
}
