import { Bookmark, Check, Minus, Route } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Match } from '../../domain/match/rank-jobs.ts';
import { hasWishes } from '../../domain/match/wishes.ts';
import { Button } from '../controls/button.tsx';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { JobSummary } from './job-summary.tsx';
import { useMatchWords } from './match-words.ts';
import { countFull, useMatches } from './match-results.ts';
import './matches.css';

const page = 10;
/** Enough for a walk, few enough to be looked at. */
const first = 3;

/** What "Match me" found: the jobs that fit, each with its reasons, and the way on to a walk past their booths. */
export function MatchesScreen() {
  const { t } = useTranslation();
  const { go, wishes } = useVisit();
  const matches = useMatches();
  const describe = useMatchWords();
  const [shown, setShown] = useState(page);
  const [isRuledOutShown, setRuledOutShown] = useState(false);
  const fitting = matches.filter(({ isRuledOut, score }) => !isRuledOut && (score > 0 || !hasWishes(wishes)));
  const ruledOut = matches.filter(({ isRuledOut, score }) => isRuledOut && score > 0);
  // Nobody is left in front of an empty screen: what breaks a condition says so in its row.
  const listed = isRuledOutShown || fitting.length === 0 ? [...fitting, ...ruledOut] : fitting;
  const full = countFull(fitting);
  const hint = !hasWishes(wishes)
    ? t('match.nothingAsked')
    : full > 0
      ? t('match.full', { count: full })
      : t('match.fullNone');

  return (
    <Step question={t('match.title')} hint={hint} primary={<KeepOrWalk matches={listed} />}>
      <ul>
        {listed.slice(0, shown).map((match) => (
          <MatchRow key={match.job.id} match={match} {...describe(match)} />
        ))}
      </ul>
      <div className="matches-more">
        {shown < listed.length ? (
          <Button
            onPress={() => {
              setShown(shown + page);
            }}
          >
            {t('match.more')}
          </Button>
        ) : ruledOut.length > 0 && listed === fitting ? (
          <Button
            onPress={() => {
              setRuledOutShown(true);
              setShown(listed.length + page);
            }}
          >
            {t('match.ruledOut', { count: ruledOut.length })}
          </Button>
        ) : null}
        <Button
          onPress={() => {
            go({ name: 'match', step: 0 });
          }}
        >
          {t('match.again')}
        </Button>
      </div>
    </Step>
  );
}

/** Whoever keeps nothing yet can keep the best at once; whoever does goes on to the list and its walk. */
function KeepOrWalk({ matches }: { readonly matches: readonly Match[] }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { entries, add } = useShortlist();
  if (entries.length > 0) {
    return (
      <Button
        kind="primary"
        icon={<Route />}
        onPress={() => {
          go({ name: 'shortlist' });
        }}
      >
        {t('match.toList', { count: entries.length })}
      </Button>
    );
  }
  return (
    <Button
      kind="primary"
      icon={<Bookmark />}
      isDisabled={matches.length === 0}
      onPress={() => {
        for (const { job } of matches.slice(0, first)) add({ kind: 'job', id: job.id });
      }}
    >
      {t('match.keepFirst')}
    </Button>
  );
}

interface MatchRowProps {
  readonly match: Match;
  readonly reasons: readonly string[];
  readonly misses: readonly string[];
}

function MatchRow({ match: { job }, reasons, misses }: MatchRowProps) {
  const { go } = useVisit();
  return (
    <li className="job-item match-item">
      <AriaButton
        className="job-row"
        onPress={() => {
          go({ name: 'job', job: job.id });
        }}
      >
        <JobSummary job={job}>
          <span className="match-reasons">
            {reasons.map((reason) => (
              <span key={reason} className="match-reason">
                <Check aria-hidden="true" />
                {reason}
              </span>
            ))}
            {misses.length > 0 ? (
              <span className="match-reason note">
                <Minus aria-hidden="true" />
                {misses.join(' · ')}
              </span>
            ) : null}
          </span>
        </JobSummary>
      </AriaButton>
      <ShortlistButton entry={{ kind: 'job', id: job.id }} isCompact />
    </li>
  );
}
