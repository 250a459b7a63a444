import { useTranslation } from 'react-i18next';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { PrinterCard } from './printer-card.tsx';
import { useAllPrinters, useLocalPrinters, type PlacedPrinter } from './use-printers.ts';
import './machines.css';

/** This kiosk's printers in a kiosk, with or without the hub; elsewhere those of all kiosks. */
export function PrintersPage() {
  const { client } = useStaffWorld();
  return client.local ? <PrintersHere /> : <PrintersEverywhere />;
}

function PrintersHere() {
  const { t } = useTranslation();
  const { client } = useStaffWorld();
  const { printers, isKnown, ask } = useLocalPrinters();
  return (
    <>
      <StaffHeading>{t('staffMachines.printers.title', { kiosk: client.local?.kiosk ?? '' })}</StaffHeading>
      {isKnown && printers.length === 0 ? <Notice kind="plain">{t('staffMachines.printers.none')}</Notice> : null}
      <PrinterCards printers={printers} onChanged={ask} />
    </>
  );
}

function PrintersEverywhere() {
  const { t } = useTranslation();
  const { printers, refusal, isKnown, ask } = useAllPrinters();
  return (
    <>
      <StaffHeading>{t('staffMachines.printers.titleAll')}</StaffHeading>
      {refusal === null ? null : <Refused refusal={refusal} onRetry={ask} />}
      {isKnown ? null : <p role="status">{t('staff.waiting')}</p>}
      {isKnown && refusal === null && printers.length === 0 ? (
        <Notice kind="plain">{t('staffMachines.printers.none')}</Notice>
      ) : null}
      <PrinterCards printers={printers} onChanged={ask} />
    </>
  );
}

interface PrinterCardsProps {
  readonly printers: readonly PlacedPrinter[];
  readonly onChanged: () => void;
}

function PrinterCards({ printers, onChanged }: PrinterCardsProps) {
  return (
    <ul className="printers">
      {printers.map((printer) => (
        <li key={printer.key}>
          <PrinterCard placed={printer} siblings={printers} onChanged={onChanged} />
        </li>
      ))}
    </ul>
  );
}
