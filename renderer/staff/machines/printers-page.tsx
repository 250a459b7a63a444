import { useTranslation } from 'react-i18next';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { PrinterCard } from './printer-card.tsx';
import { useAllPrinters, useLocalPrinters } from './use-printers.ts';
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
      <ul className="printers">
        {printers.map((printer) => (
          <li key={printer.key}>
            <PrinterCard placed={printer} siblings={printers} onChanged={ask} />
          </li>
        ))}
      </ul>
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
      <ul className="printers">
        {printers.map((printer) => (
          <li key={printer.key}>
            <PrinterCard placed={printer} siblings={printers} onChanged={ask} />
          </li>
        ))}
      </ul>
    </>
  );
}
