import { Bookmark, BookmarkCheck } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ShortlistEntry } from '../../domain/shortlist.ts';
import { useEntryName } from './use-entry-name.ts';
import { useShortlist } from './use-shortlist.ts';
import './shortlist-button.css';

interface ShortlistButtonProps {
  readonly entry: ShortlistEntry;
  /** Only the sign, for a row of a list. */
  readonly isCompact?: boolean;
}

/** Keeps a job, a company or a session for the visitor's walk, and lets it go again. */
export function ShortlistButton({ entry, isCompact = false }: ShortlistButtonProps) {
  const { t } = useTranslation();
  const { has, add, remove } = useShortlist();
  const name = useEntryName(entry);
  const isKept = has(entry);
  const word = t(isKept ? 'shortlist.kept' : 'shortlist.keep');
  return (
    <ToggleButton
      className={`shortlist-button ${isCompact ? 'shortlist-button-compact' : ''}`}
      aria-label={t('shortlist.keepName', { word, name })}
      isSelected={isKept}
      onChange={(isWanted) => {
        if (isWanted) add(entry);
        else remove(entry);
      }}
    >
      {isKept ? <BookmarkCheck aria-hidden="true" /> : <Bookmark aria-hidden="true" />}
      {isCompact ? null : <span>{word}</span>}
    </ToggleButton>
  );
}
