import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../domain/session.ts';
import { useVisit } from '../visit/visit.tsx';
import type { AgendaPhase } from './now-and-next.ts';
import { useSessionWords } from './use-session-words.ts';
import './now-panel.css';

/** Of many that are on at once, the list below tells the others. */
const most = 3;

/** What is on and what begins next. */
export function NowPanel({ phase }: { readonly phase: AgendaPhase & { readonly kind: 'on' } }) {
  const { t } = useTranslation();
  const { now, next } = phase;
  return (
    <div className="now-panel">
      <NowPart name={t('programme.now')} sessions={now} />
      <NowPart name={t('programme.next', { time: next[0]?.start.slice(11) })} sessions={next} />
    </div>
  );
}

function NowPart({ name, sessions }: { readonly name: string; readonly sessions: readonly Session[] }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { title, whenAndWhere } = useSessionWords();
  if (sessions.length === 0) return null;
  return (
    <section>
      <h2 className="label">{name}</h2>
      {sessions.slice(0, most).map((session) => (
        <Button
          key={session.id}
          className="now-session"
          onPress={() => {
            go({ name: 'session', session: session.id });
          }}
        >
          <span>
            <strong>{title(session)}</strong>
            <span className="note">{whenAndWhere(session)}</span>
          </span>
          <ChevronRight aria-hidden="true" />
        </Button>
      ))}
      {sessions.length > most ? (
        <p className="note">{t('programme.moreNow', { count: sessions.length - most })}</p>
      ) : null}
    </section>
  );
}
