import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { Media } from '../../domain/print-job.ts';
import { toSingleLine } from '../../domain/text.ts';
import { useSessionWords } from '../agenda/use-session-words.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { largestCodeSide } from '../documents/route-slip-code.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useWalkWords } from '../walk/use-walk-words.ts';
import type { WalkStop } from '../walk/list-stops.ts';
import type { Walk } from '../walk/use-walk.ts';
import { bytesWithin } from './qr-capacity.ts';
import { writeCalendar } from './session-calendar.ts';
import { splitEntries, type PhoneEntry } from './split-entries.ts';

export interface PhoneCodes {
  /** The whole list as plain text, in one code or several. The same on the screen and on paper. */
  readonly list: readonly string[];
  /** A calendar entry for each kept session. */
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly calendar: string }[];
}

/**
 * What goes to a visitor's phone: what they keep, and nothing of themselves.
 * @param media that the codes are printed on
 */
export function usePhoneCodes(walk: Walk, media: Media): PhoneCodes {
  const { t } = useTranslation();
  const { event } = useCatalogue();
  const { language } = useVisit();
  const words = useWalkWords();
  const { title, room, whenAndWhere } = useSessionWords();

  const summarise = (lines: readonly string[]) =>
    lines.length > 0 ? t('shortlist.jobs', { count: lines.length }) : null;
  const tell = (stop: WalkStop, number = ''): PhoneEntry => {
    const lines = words.titles(stop).map(toSingleLine);
    const head = [words.name(stop), stop.label].filter(Boolean).join(' · ');
    return { name: toSingleLine(`${number}${head}`), lines, summary: summarise(lines) };
  };
  const { planned, visited, unreachable, kept } = walk;
  const entries = [
    ...planned.map((stop) => tell(stop, `${stop.number}. `)),
    ...[...unreachable, ...visited].map((stop) => tell(stop)),
    ...kept.elsewhere.map((company): PhoneEntry => {
      const lines = company.jobs.map(({ title: job }) => toSingleLine(localise(job, language).text));
      return { name: toSingleLine(words.company(company)), lines, summary: summarise(lines) };
    }),
    ...kept.sessions.map((session): PhoneEntry => {
      const name = toSingleLine(`${whenAndWhere(session)}: ${title(session)}`);
      return { name, lines: [], summary: null };
    }),
  ];
  return {
    list: splitEntries(
      {
        title: toSingleLine(t('walk.phone.text', { event: localise(event.name, language).text })),
        entries,
        sayMore: (count) => t('walk.phone.more', { count }),
      },
      bytesWithin(largestCodeSide(media)),
    ),
    sessions: kept.sessions.map((session) => ({
      id: session.id,
      title: title(session),
      calendar: writeCalendar({
        session,
        title: toSingleLine(title(session)),
        place: room(session),
        event,
      }),
    })),
  };
}
