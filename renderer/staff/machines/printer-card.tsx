import { ArrowRightLeft, CirclePause, CirclePlay, ScrollText, Stamp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../../domain/localised.ts';
import { StaffButton } from '../controls/staff-button.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useOperatorWords } from '../use-staff-words.ts';
import { CommandEnd } from './command-end.tsx';
import { MovePrinter } from './move-printer.tsx';
import { PrinterFacts } from './printer-facts.tsx';
import { PrinterJobs } from './printer-jobs.tsx';
import { PrinterState } from './printer-state.tsx';
import { TestSheetErrand } from './test-sheet-errand.tsx';
import { usePrinterCommand } from './use-printer-command.ts';
import type { PlacedPrinter } from './use-printers.ts';

interface PrinterCardProps {
  readonly placed: PlacedPrinter;
  /** Every printer on the page; those of the same kiosk can take over. */
  readonly siblings: readonly PlacedPrinter[];
  readonly onChanged: () => void;
}

/** One printer: how it stands, what to do about it, what staff can do with it. */
export function PrinterCard({ placed, siblings, onChanged }: PrinterCardProps) {
  const { t } = useTranslation();
  const { language } = useStaffWorld();
  const explain = useOperatorWords();
  const [open, setOpen] = useState<'move' | 'test' | null>(null);
  const { state, command } = usePrinterCommand(placed, onChanged);
  const { printer, kiosk, isAway } = placed;
  const name = printer.name ? localise(printer.name, language).text : printer.model;
  const others = siblings.filter((other) => other.kiosk === kiosk && other.printer.id !== printer.id);
  const isBusy = state === 'sent';
  const id = printer.id;
  return (
    <article className="printer-card">
      <header>
        <h2>
          {kiosk} · <span dir="auto">{name}</span>
        </h2>
        {isAway ? (
          <span className="staff-state staff-state-bad">{t('staffVisitors.reprint.away')}</span>
        ) : (
          <PrinterState printer={printer} />
        )}
      </header>
      {printer.faults.map((fault) => (
        <p key={fault} className="printer-advice">
          {explain(`printer-${fault}`)}
        </p>
      ))}
      {printer.isPaused ? <p className="printer-advice">{t('staffMachines.printers.pausedNote')}</p> : null}
      {printer.movedTo === null ? null : (
        <p className="printer-advice">{t('staffMachines.printers.movedNote', { printer: printer.movedTo })}</p>
      )}
      <PrinterFacts printer={printer} />
      <div className="staff-actions">
        <StaffButton
          icon={ScrollText}
          isDisabled={isBusy || isAway}
          onPress={() => {
            command({ kind: 'paper-changed', printer: id });
          }}
        >
          {t('staffMachines.printers.paperChanged')}
        </StaffButton>
        {others.length > 0 ? (
          <StaffButton
            icon={ArrowRightLeft}
            isDisabled={isBusy || isAway}
            isExpanded={open === 'move'}
            onPress={() => {
              setOpen(open === 'move' ? null : 'move');
            }}
          >
            {t('staffMachines.printers.move')}
          </StaffButton>
        ) : null}
        <StaffButton
          icon={printer.isPaused ? CirclePlay : CirclePause}
          isDisabled={isBusy || isAway}
          onPress={() => {
            command({ kind: printer.isPaused ? 'resume' : 'pause', printer: id });
          }}
        >
          {t(printer.isPaused ? 'staffMachines.printers.resume' : 'staffMachines.printers.pause')}
        </StaffButton>
        {printer.documents.includes('test') ? (
          <StaffButton
            icon={Stamp}
            isDisabled={isBusy || isAway || open === 'test'}
            onPress={() => {
              setOpen('test');
            }}
          >
            {t('staffMachines.printers.test')}
          </StaffButton>
        ) : null}
      </div>
      {open === 'move' ? (
        <MovePrinter
          printer={printer}
          others={others}
          onMove={(to) => {
            setOpen(null);
            command({ kind: 'move', printer: id, to });
          }}
        />
      ) : null}
      {open === 'test' ? (
        <TestSheetErrand
          placed={placed}
          onEnd={() => {
            setOpen(null);
            onChanged();
          }}
        />
      ) : null}
      <CommandEnd state={state} />
      <PrinterJobs jobs={printer.jobs} />
    </article>
  );
}
