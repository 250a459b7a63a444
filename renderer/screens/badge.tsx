import { PencilLine, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Step } from '../visit/step.tsx';
import { usePrintJob } from '../visit/use-print-job.ts';
import { useVisit } from '../visit/visit.tsx';
import { BadgePreview } from './badge-preview.tsx';
import { Printed } from './printed.tsx';
import { Printing } from './printing.tsx';
import './badge.css';

/** Registered: the badge, on the screen and then on paper. */
export function BadgeScreen() {
  const { t } = useTranslation();
  const { draft, change, go, end, language } = useVisit();
  const { state, sheet, print, confirm } = usePrintJob({
    document: 'badge',
    content: JSON.stringify([draft, language]),
    isReprint: draft.isBadgeOut,
    onOut: () => {
      change({ isBadgeOut: true });
    },
  });
  const { phase } = state;
  const claimCode = draft.record?.claimCode ?? null;
  const badge = <BadgePreview draft={draft} ref={sheet} />;

  if (phase === 'printing') return <Printing document="badge">{badge}</Printing>;
  if (phase !== 'preview') {
    return (
      <Printed document="badge" state={state} onPrint={print} onConfirm={confirm} claimCode={claimCode} onFinish={end}>
        {badge}
      </Printed>
    );
  }
  return (
    <Step
      step="badge"
      question={t('badge.title')}
      hint={t('badge.note')}
      secondary={
        <Button
          icon={<PencilLine />}
          onPress={() => {
            go({ name: 'name' });
          }}
        >
          {t('badge.change')}
        </Button>
      }
      primary={
        <Button kind="primary" icon={<Printer />} onPress={print}>
          {t('badge.print')}
        </Button>
      }
    >
      <div className="badge-sheet">{badge}</div>
    </Step>
  );
}
