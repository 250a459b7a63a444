import { CheckCircle2, CirclePause, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrinterReport } from '../../../domain/printer-report.ts';

/** A word, a colour and a shape, so that no one of them is needed. */
export function PrinterState({ printer }: { readonly printer: PrinterReport }) {
  const { t } = useTranslation();
  const [fault] = printer.faults;
  if (fault) {
    return (
      <span className="staff-state staff-state-bad">
        <OctagonAlert aria-hidden="true" />
        {t(`staffMachines.fault.${fault}`)}
      </span>
    );
  }
  if (printer.isPaused) {
    return (
      <span className="staff-state staff-state-warn">
        <CirclePause aria-hidden="true" />
        {t('staffMachines.paused')}
      </span>
    );
  }
  if (printer.paperLow) {
    return (
      <span className="staff-state staff-state-warn">
        <TriangleAlert aria-hidden="true" />
        {t('staffMachines.paperLow')}
      </span>
    );
  }
  return (
    <span className="staff-state staff-state-good">
      <CheckCircle2 aria-hidden="true" />
      {t('staffMachines.ready')}
    </span>
  );
}

/** It would take a sheet now. */
export function isReady({ faults, isPaused, movedTo }: PrinterReport): boolean {
  return faults.length === 0 && !isPaused && movedTo === null;
}
