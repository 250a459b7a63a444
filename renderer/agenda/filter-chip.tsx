import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { useVisit } from '../visit/visit.tsx';
import { listValues, valueOf, type AgendaFilter } from './agenda-query.ts';
import { roomOf } from './use-session-words.ts';

interface FilterChipProps {
  readonly filter: AgendaFilter;
  /** `YYYY-MM-DDTHH:MM` at the event. */
  readonly now: string;
}

/** One filter: asks for its value, or takes it back. */
export function FilterChip({ filter, now }: FilterChipProps) {
  const { t } = useTranslation();
  const { sessions } = useCatalogue();
  const { agendaQuery, narrowAgenda } = useVisit();
  const [isOpen, setIsOpen] = useState(false);
  const name = useValueName(filter);
  const chosen = agendaQuery[filter];
  const example = chosen === null ? undefined : sessions.find((session) => valueOf(session, filter) === chosen);
  const choose = (value: string | null) => {
    narrowAgenda({ [filter]: value });
    setIsOpen(false);
  };
  const order = new Intl.Collator('en', { numeric: true });
  const values = isOpen
    ? [...listValues({ sessions, query: agendaQuery, now }, filter)].toSorted(([a], [b]) => order.compare(a, b))
    : [];
  return (
    <>
      <AriaButton
        className="chip"
        data-selected={chosen === null ? undefined : true}
        onPress={() => {
          if (chosen === null) setIsOpen(true);
          else choose(null);
        }}
      >
        {example ? name(example) : t(`programme.filter.${filter}`)}
        {chosen === null ? null : <X aria-label={t('programme.clear')} />}
      </AriaButton>
      <Dialog
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
        title={t(`programme.filter.${filter}`)}
        actions={
          <Button
            onPress={() => {
              choose(null);
            }}
          >
            {t(`programme.all.${filter}`)}
          </Button>
        }
      >
        <div className="chips">
          {values.map(([value, [first, ...others]]) =>
            first ? (
              <AriaButton
                key={value}
                className="chip"
                onPress={() => {
                  choose(value);
                }}
              >
                {name(first)} <span className="note">{others.length + 1}</span>
              </AriaButton>
            ) : null,
          )}
        </div>
      </Dialog>
    </>
  );
}

/** What a filter's value is called, by a session that has it. */
function useValueName(filter: AgendaFilter): (session: Session) => string {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const { language } = useVisit();
  return (session) => {
    switch (filter) {
      case 'from':
        return t('programme.fromTime', { time: valueOf(session, 'from') });
      case 'room':
        return roomOf(session, catalogue, language) ?? '';
      case 'track':
        return session.track ? localise(session.track, language).text : '';
      case 'kind':
        return t(`agenda.kind.${session.kind}`);
    }
  };
}
