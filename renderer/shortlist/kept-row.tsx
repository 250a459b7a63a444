import { ChevronRight, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ShortlistEntry } from '../../domain/shortlist.ts';
import type { Screen } from '../visit/screen.ts';
import { useVisit } from '../visit/visit.tsx';
import { useEntryName } from './use-entry-name.ts';
import { useShortlist } from './use-shortlist.ts';

interface KeptRowProps {
  readonly entry: ShortlistEntry;
  /** In place of its name, where that stands above. */
  readonly title?: string;
  readonly note?: ReactNode;
  /** Below the row: what is wrong with keeping it. */
  readonly children?: ReactNode;
}

/** One kept thing: leads to it, takes it off, and puts it back. A row that was taken off stays until the visitor leaves the screen. */
export function KeptRow({ entry, title, note, children }: KeptRowProps) {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { has, add, remove } = useShortlist();
  const name = useEntryName(entry);
  const isKept = has(entry);
  return (
    <li className={`kept-row ${isKept ? '' : 'kept-row-off'}`}>
      <Button
        className="kept-open"
        onPress={() => {
          go(screenOf(entry));
        }}
      >
        <span className="kept-text">
          <strong>{title ?? name}</strong>
          {note === undefined ? null : <span className="note">{note}</span>}
        </span>
        <ChevronRight aria-hidden="true" />
      </Button>
      {isKept ? (
        <Button
          className="kept-change"
          aria-label={t('shortlist.remove', { name })}
          onPress={() => {
            remove(entry);
          }}
        >
          <X aria-hidden="true" />
        </Button>
      ) : (
        <Button
          className="kept-change kept-undo"
          aria-label={t('shortlist.putBackName', { name })}
          onPress={() => {
            add(entry);
          }}
        >
          <Undo2 aria-hidden="true" />
          <span>{t('shortlist.putBack')}</span>
        </Button>
      )}
      {isKept ? children : null}
    </li>
  );
}

function screenOf({ kind, id }: ShortlistEntry): Screen {
  switch (kind) {
    case 'job':
      return { name: 'job', job: id };
    case 'company':
      return { name: 'company', company: id };
    case 'session':
      return { name: 'session', session: id };
  }
}
