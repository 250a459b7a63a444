import { useTranslation } from 'react-i18next';
import { localise } from '../../../domain/localised.ts';
import { StaffChoice } from '../controls/staff-choice.tsx';
import { byName } from '../machines/kiosk-order.ts';
import { PrinterState } from '../machines/printer-state.tsx';
import type { PlacedPrinter } from '../machines/use-printers.ts';
import { useStaffWorld } from '../staff-world.tsx';
import './badge-print.css';

interface PrinterChoiceProps {
  readonly printers: readonly PlacedPrinter[];
  readonly value: PlacedPrinter | null;
  readonly onChange: (key: string) => void;
}

/**
 * Which printer, each with how it stands and where its sheet is collected. This kiosk's come first, then the others by the names of
 * their kiosks: in the hub's order, by what is wrong with them, those that print nothing would lead, and change places under a finger.
 */
export function PrinterChoice({ printers, value, onChange }: PrinterChoiceProps) {
  const { t } = useTranslation();
  const { language } = useStaffWorld();
  if (printers.length === 0) return null;
  const inOrder = printers.toSorted((a, b) => Number(b.isLocal) - Number(a.isLocal) || byName(a, b));
  return (
    <StaffChoice
      label={t('staffVisitors.reprint.where')}
      layout="column"
      value={value?.key ?? null}
      onChange={onChange}
      options={inOrder.map(({ key, kiosk, printer, isLocal, isAway, isBusy }) => {
        const name = printer.name ? localise(printer.name, language).text : printer.model;
        const notes = [
          printer.waiting > 0 ? t('staffVisitors.reprint.waiting', { count: printer.waiting }) : '',
          isBusy ? t('staffVisitors.reprint.busy') : '',
          printer.collectAt
            ? t('staffVisitors.reprint.collect', { place: localise(printer.collectAt, language).text })
            : '',
        ].filter((note) => note !== '');
        return {
          id: key,
          isDisabled: isAway || printer.isPaused || printer.movedTo !== null,
          name: (
            <span className="printer-choice">
              <span>
                <strong>{t('staffVisitors.reprint.atKiosk', { kiosk })}</strong>
                {isLocal ? ` (${t('staffVisitors.reprint.here')})` : ''} · {name}
              </span>
              {isAway ? (
                <span className="staff-state staff-state-bad">{t('staffVisitors.reprint.away')}</span>
              ) : (
                <PrinterState printer={printer} />
              )}
            </span>
          ),
          ...(notes.length > 0 && { note: notes.join(' · ') }),
        };
      })}
    />
  );
}
