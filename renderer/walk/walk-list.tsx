import { useTranslation } from 'react-i18next';
import { useSessionWords } from '../agenda/use-session-words.ts';
import { Button } from '../controls/button.tsx';
import { ClashWarning } from '../seats/clash-warning.tsx';
import { listTaken } from '../seats/find-clash.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useSeats } from '../seats/use-seats.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { StopRow } from './stop-row.tsx';
import { useWalkWords } from './use-walk-words.ts';
import type { Walk } from './use-walk.ts';
import type { WalkPart } from './walk-part.ts';

interface WalkListProps {
  readonly walk: Walk;
  readonly part: WalkPart;
  readonly onPart: (index: number) => void;
}

/** The stops in the order of walking, and then what is kept beside them. */
export function WalkList({ walk, part, onPart }: WalkListProps) {
  const { t } = useTranslation();
  const words = useWalkWords();
  const { kept, planned, visited, unreachable } = walk;
  return (
    <>
      {part.count > 1 ? <PartChoice part={part} all={planned.length} onPart={onPart} /> : null}
      <ol className="stops">
        {part.stops.map((stop) => (
          <StopRow key={stop.place} stop={stop} number={stop.number} facts={words.facts(stop)} route={stop.route} />
        ))}
        {unreachable.map((stop) => (
          <StopRow
            key={stop.place}
            stop={stop}
            number={null}
            facts={[stop.label, t('walk.unreachable')].filter(Boolean).join(' · ')}
            route={null}
          />
        ))}
        {visited.map((stop) => (
          <StopRow
            key={stop.place}
            stop={stop}
            number={null}
            facts={[stop.label, t('walk.visit')].filter(Boolean).join(' · ')}
            route={null}
          />
        ))}
      </ol>
      {kept.elsewhere.map((company) => (
        <p key={company.company.id} className="note">
          {t('walk.elsewhere', { name: words.company(company) })}
        </p>
      ))}
      <KeptSessions walk={walk} />
    </>
  );
}

/** What is kept of the programme, with its times. */
function KeptSessions({ walk: { kept } }: Pick<WalkListProps, 'walk'>) {
  const { t } = useTranslation();
  const { sessions } = useCatalogue();
  const { entries } = useShortlist();
  const { seats } = useSeats();
  const { title, whenAndWhere } = useSessionWords();
  if (kept.sessions.length === 0) return null;
  const taken = listTaken({ sessions, seats, shortlist: entries });
  return (
    <section className="walk-sessions">
      <h2 className="label">{t('walk.sessions')}</h2>
      <ul>
        {kept.sessions.map((session) => (
          <li key={session.id}>
            <strong>{title(session)}</strong>
            <span className="note">{whenAndWhere(session)}</span>
            <ClashWarning session={session} taken={taken} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PartChoiceProps {
  readonly part: WalkPart;
  readonly all: number;
  readonly onPart: (index: number) => void;
}

function PartChoice({ part, all, onPart }: PartChoiceProps) {
  const { t } = useTranslation();
  const [from, to] = [part.stops[0]?.number, part.stops.at(-1)?.number];
  return (
    <div className="walk-parts">
      <p role="status">{t('walk.part', { from, to, all })}</p>
      <Button
        isDisabled={part.index === 0}
        onPress={() => {
          onPart(part.index - 1);
        }}
      >
        {t('walk.earlierPart')}
      </Button>
      <Button
        isDisabled={part.index === part.count - 1}
        onPress={() => {
          onPart(part.index + 1);
        }}
      >
        {t('walk.laterPart')}
      </Button>
    </div>
  );
}
