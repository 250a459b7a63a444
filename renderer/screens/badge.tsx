import { PencilLine, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Step } from '../visit/step.tsx';
import type { Draft } from '../visit/draft.ts';
import { usePrintJob, type PrintState } from '../visit/use-print-job.ts';
import { usePrintTarget, type PrintTarget } from '../visit/use-print-target.ts';
import { useVisit } from '../visit/visit.tsx';
import { BadgePreview } from './badge-preview.tsx';
import { Printed } from './printed.tsx';
import { Printing } from './printing.tsx';
import { SheetToPrint } from './sheet-to-print.tsx';
import './badge.css';

/** Registered: the badge, on the screen and then on paper. */
export function BadgeScreen() {
  const { draft, change, language } = useVisit();
  const target = usePrintTarget('badge');
  const { state, sheet, print, confirm } = usePrintJob({
    document: 'badge',
    target,
    content: JSON.stringify([draft, language]),
    isReprint: draft.isBadgeOut,
    onOut: () => {
      change({ isBadgeOut: true });
    },
  });
  return (
    <>
      <BadgePhase draft={draft} target={target} state={state} onPrint={print} onConfirm={confirm} />
      <SheetToPrint>
        <BadgePreview draft={draft} target={target} ref={sheet} />
      </SheetToPrint>
    </>
  );
}

interface BadgePhaseProps {
  readonly draft: Draft;
  readonly target: PrintTarget;
  readonly state: PrintState;
  readonly onPrint: () => void;
  readonly onConfirm: () => void;
}

function BadgePhase({ draft, target, state, onPrint, onConfirm }: BadgePhaseProps) {
  const { t } = useTranslation();
  const { go, end } = useVisit();
  // Until something was changed here.
  const isFromTicket = draft.isPreRegistered && draft.registered === null;
  if (state.phase === 'printing') {
    return (
      <Printing document="badge" target={target} isWaiting={state.isWaiting}>
        <BadgePreview draft={draft} target={target} isContent />
      </Printing>
    );
  }
  if (state.phase !== 'preview') {
    const claimCode = draft.record?.claimCode ?? null;
    return <Printed document="badge" onFinish={end} {...{ state, target, onPrint, onConfirm, claimCode }} />;
  }
  return (
    <Step
      {...(isFromTicket ? {} : { step: 'badge' as const })}
      question={t(isFromTicket ? 'checkIn.title' : 'badge.title')}
      hint={t(isFromTicket ? (draft.isBadgeOut ? 'checkIn.repeat' : 'checkIn.note') : 'badge.note')}
      secondary={
        <Button
          icon={<PencilLine />}
          onPress={() => {
            // Who registered before the event has not read the statement here.
            go({ name: draft.consent ? 'name' : 'consent' });
          }}
        >
          {t('badge.change')}
        </Button>
      }
      primary={
        <Button kind="primary" icon={<Printer />} onPress={onPrint}>
          {t('badge.print')}
        </Button>
      }
    >
      <div className="badge-sheet">
        <BadgePreview draft={draft} target={target} isContent />
      </div>
    </Step>
  );
}
