import { useTranslation } from 'react-i18next';
import { OneOf } from '../controls/choices.tsx';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { formatDay } from '../visit/clock.tsx';
import { useVisit } from '../visit/visit.tsx';
import { FilterChip } from './filter-chip.tsx';
import { agendaFilters, chosenDay, listDays, valueOf } from './agenda-query.ts';

/** A programme that is taken in at a glance needs no filters. */
const manySessions = 15;

/** The day, and by what a long programme is narrowed. A filter with one value is none. */
export function AgendaFilters({ now }: { readonly now: string }) {
  const { t } = useTranslation();
  const { sessions } = useCatalogue();
  const { language, agendaQuery, narrowAgenda } = useVisit();
  const days = listDays(sessions);
  const offered =
    sessions.length < manySessions
      ? []
      : agendaFilters.filter((filter) => new Set(sessions.map((each) => valueOf(each, filter))).size > 1);
  if (days.length < 2 && offered.length === 0) return null;
  return (
    <div className="agenda-filters">
      {days.length > 1 ? (
        <OneOf
          label={t('programme.day')}
          hideLabel
          layout="segments"
          value={chosenDay({ sessions, query: agendaQuery, now })}
          options={days.map((day) => ({ id: day, name: formatDay(day, language) }))}
          onChange={(day) => {
            narrowAgenda({ day, from: null });
          }}
        />
      ) : null}
      <div className="chips">
        {offered.map((filter) => (
          <FilterChip key={filter} filter={filter} now={now} />
        ))}
      </div>
    </div>
  );
}
