import { Route } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '../../domain/shortlist.ts';
import { Button } from '../controls/button.tsx';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { useEntryName } from '../shortlist/use-entry-name.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';

/** What the visitor keeps. */
export function ShortlistScreen() {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { entries } = useShortlist();
  return (
    <Step
      question={t('shortlist.title')}
      primary={
        <Button
          kind="primary"
          icon={<Route />}
          onPress={() => {
            go({ name: 'walk' });
          }}
        >
          {t('shortlist.plan')}
        </Button>
      }
    >
      <ul>
        {entries.map((entry) => (
          <li key={keyOf(entry)}>
            <EntryName {...entry} />
            <ShortlistButton entry={entry} />
          </li>
        ))}
      </ul>
    </Step>
  );
}

function EntryName(entry: Parameters<typeof useEntryName>[0]) {
  return <strong>{useEntryName(entry)}</strong>;
}
