import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';
import { useVisit } from '../visit/visit.tsx';
import { findClash, type TakenTime } from './find-clash.ts';
import './clash-warning.css';

interface ClashWarningProps {
  readonly session: Session;
  readonly taken: readonly TakenTime[];
}

const words = { book: 'seat.clashBooked', wait: 'seat.clashWaiting', keep: 'shortlist.clash' } as const;

/** Said plainly when the visitor has something else at the same time; nothing otherwise. */
export function ClashWarning({ session, taken }: ClashWarningProps) {
  const { t } = useTranslation();
  const { language } = useVisit();
  const clash = findClash(session, taken);
  if (!clash) return null;
  return (
    <p className="clash-warning">
      <TriangleAlert aria-hidden="true" />
      <span>
        {t(words[clash.action], {
          title: localise(clash.session.title, language).text,
          start: clash.session.start.slice(11),
          end: clash.session.end.slice(11),
        })}
      </span>
    </p>
  );
}
