import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { standardMedia } from '../../../domain/print-job.ts';
import { reprintReasons, type ReprintReason, type VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffChoice } from '../controls/staff-choice.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { isReady } from '../machines/printer-state.tsx';
import { mayBeOut } from '../machines/send-sheet.ts';
import { SheetEnd } from '../machines/sheet-end.tsx';
import { useAllPrinters, type PlacedPrinter } from '../machines/use-printers.ts';
import { useStaffWorld } from '../staff-world.tsx';
import { useOperatorWords } from '../use-staff-words.ts';
import { subjectOf } from './badge-subject.ts';
import { PrinterChoice } from './printer-choice.tsx';
import { useBadgePrint, type PrintStage } from './use-badge-print.ts';
import { VisitorBadge } from './visitor-badge.tsx';

interface PrintBadgeProps {
  readonly details: VisitorDetails;
  /** Nobody has printed one yet. */
  readonly isFirst: boolean;
  /** The name was corrected just now. */
  readonly isCorrected: boolean;
  /** @param isOut a badge came out, or may have, or may yet */
  readonly onEnd: (isOut: boolean) => void;
}

/** Why, where, then the sheet as it will be, and how it ended. */
export function PrintBadge({ details, isFirst, isCorrected, onEnd: onLeave }: PrintBadgeProps) {
  const { t } = useTranslation();
  const { event } = useStaffWorld();
  const { printers, refusal, isKnown, ask } = useAllPrinters();
  const sheet = useRef<HTMLDivElement>(null);
  const job = useBadgePrint(details.visitor);
  const [reason, setReason] = useState<ReprintReason | null>(isCorrected ? 'corrected' : null);
  const [key, setKey] = useState<string | null>(null);
  const explain = useOperatorWords();
  const usable = printers.filter(({ printer }) => printer.documents.includes('badge'));
  const chosen = usable.find((printer) => printer.key === key) ?? null;
  const isReprint = !isFirst || job.isOut;
  const isReasonGiven = !isReprint || reason !== null;
  const { stage } = job;
  const isChoosing = stage.at === 'choosing' || stage.at === 'no-raster';
  const onEnd = () => {
    onLeave(job.isOut || (stage.at === 'ended' ? mayBeOut(stage.end) : !isChoosing));
  };
  return (
    <>
      <StaffHeading onBack={onEnd}>
        {t(isReprint ? 'staffVisitors.reprint.title' : 'staffVisitors.reprint.titleFirst')}
      </StaffHeading>
      <div className="staff-beside">
        <div className="staff-form">
          {isChoosing ? (
            <>
              {isReprint ? (
                <StaffChoice
                  label={t('staffVisitors.reprint.why')}
                  options={reprintReasons.map((id) => ({ id, name: t(`staffVisitors.reprint.reason.${id}`) }))}
                  value={reason}
                  onChange={setReason}
                />
              ) : null}
              {isReasonGiven ? (
                <>
                  <PrinterChoice printers={usable} value={chosen} onChange={setKey} />
                  {refusal === null ? null : <Refused refusal={refusal} onRetry={ask} />}
                  {isKnown && usable.length === 0 && refusal === null ? (
                    <Notice kind="bad">{t('staffVisitors.reprint.noPrinter')}</Notice>
                  ) : null}
                </>
              ) : null}
              {chosen?.printer.faults[0] ? (
                <Notice kind="bad">{explain(`printer-${chosen.printer.faults[0]}`)}</Notice>
              ) : null}
            </>
          ) : null}
          <Progress stage={stage} />
          {job.notNoted === null ? null : (
            <Notice kind="bad">{t('staffVisitors.reprint.notNoted', { why: explain(`staff-${job.notNoted}`) })}</Notice>
          )}
          <Actions
            {...{ stage, chosen, onEnd }}
            canPrint={isChoosing && isReasonGiven && chosen !== null && canTake(chosen) && event !== null}
            onPrint={() => {
              if (chosen) job.print({ to: chosen, sheet: sheet.current, isReprint, reason: isReprint ? reason : null });
            }}
            onAgain={job.again}
          />
        </div>
        {event ? (
          <VisitorBadge
            ref={sheet}
            subject={subjectOf(details, event.languages[0] ?? 'en')}
            media={chosen?.printer.media ?? standardMedia['72mm']}
            isReprint={isReprint}
          />
        ) : null}
      </div>
    </>
  );
}

/** A printer that is paused or away surely prints nothing. One with a fault may have been mended a second ago, so it may be tried. */
export function canTake({ isAway, printer }: PlacedPrinter): boolean {
  return !isAway && (isReady(printer) || (printer.faults.length > 0 && !printer.isPaused && printer.movedTo === null));
}

function Progress({ stage }: { readonly stage: PrintStage }) {
  const { t } = useTranslation();
  switch (stage.at) {
    case 'choosing':
      return null;
    case 'preparing':
    case 'sent':
    case 'printing':
      return <Notice kind="plain">{t(`staffVisitors.reprint.${stage.at}`)}</Notice>;
    case 'no-raster':
      return <Notice kind="bad">{t('staffVisitors.reprint.raster')}</Notice>;
    case 'ended':
      return <SheetEnd end={stage.end} />;
  }
}

interface ActionsProps {
  readonly stage: PrintStage;
  readonly canPrint: boolean;
  readonly onPrint: () => void;
  readonly onAgain: () => void;
  readonly onEnd: () => void;
}

function Actions({ stage, canPrint, onPrint, onAgain, onEnd }: ActionsProps) {
  const { t } = useTranslation();
  if (stage.at === 'ended') {
    return (
      <div className="staff-actions">
        <StaffButton onPress={onAgain}>{t('staffVisitors.reprint.again')}</StaffButton>
        <StaffButton kind="primary" onPress={onEnd}>
          {t('staff.close')}
        </StaffButton>
      </div>
    );
  }
  const isUnderWay = stage.at !== 'choosing' && stage.at !== 'no-raster';
  return (
    <div className="staff-actions">
      <StaffButton kind="quiet" onPress={onEnd}>
        {t(isUnderWay ? 'staff.close' : 'staff.cancel')}
      </StaffButton>
      <StaffButton kind="primary" isDisabled={!canPrint} onPress={onPrint}>
        {t('staffVisitors.reprint.print')}
      </StaffButton>
    </div>
  );
}
