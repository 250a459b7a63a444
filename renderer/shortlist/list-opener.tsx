import { Bookmark } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../visit/visit.tsx';
import { useShortlist } from './use-shortlist.ts';
import './list-opener.css';

/** How much the visitor keeps, on every screen, and the way to it. Nothing while nothing is kept. */
export function ListOpener() {
  const { t } = useTranslation();
  const { entries } = useShortlist();
  const { go, screen } = useVisit();
  const isThere = screen.name === 'shortlist' || screen.name === 'walk';
  if (entries.length === 0 || isThere) return null;
  return (
    <Button
      className="list-opener"
      aria-label={t('shortlist.open', { count: entries.length })}
      onPress={() => {
        go({ name: 'shortlist' });
      }}
    >
      <Bookmark aria-hidden="true" />
      <span>{entries.length}</span>
    </Button>
  );
}
