import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../../domain/localised.ts';
import type { PrinterReport } from '../../../domain/printer-report.ts';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffChoice } from '../controls/staff-choice.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import type { PlacedPrinter } from './use-printers.ts';

interface MovePrinterProps {
  readonly printer: PrinterReport;
  readonly others: readonly PlacedPrinter[];
  /** @param to null: it prints its own again */
  readonly onMove: (to: string | null) => void;
}

const itself = '';

/** Which printer of the same kiosk takes the sheets of this one. */
export function MovePrinter({ printer, others, onMove }: MovePrinterProps) {
  const { t } = useTranslation();
  const { language } = useStaffWorld();
  const [to, setTo] = useState<string | null>(null);
  const back = printer.movedTo === null ? [] : [{ id: itself, name: t('staffMachines.printers.moveBack') }];
  const choices = others
    .filter((other) => other.printer.id !== printer.movedTo)
    .map((other) => ({
      id: other.printer.id,
      name: other.printer.name ? localise(other.printer.name, language).text : other.printer.model,
    }));
  return (
    <div className="printer-task">
      <StaffChoice
        label={t('staffMachines.printers.moveTitle')}
        options={[...back, ...choices]}
        value={to}
        onChange={setTo}
      />
      <div className="staff-actions">
        <StaffButton
          kind="primary"
          isDisabled={to === null}
          onPress={() => {
            onMove(to === itself ? null : to);
          }}
        >
          {t('staffMachines.printers.moveTo')}
        </StaffButton>
      </div>
    </div>
  );
}
