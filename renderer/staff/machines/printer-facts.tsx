import { useTranslation } from 'react-i18next';
import type { PrinterReport } from '../../../domain/printer-report.ts';

/** Model, what it prints, and how far its paper goes. */
export function PrinterFacts({ printer }: { readonly printer: PrinterReport }) {
  const { t, i18n } = useTranslation();
  const { paper } = printer;
  const metres = (millimetres: number) =>
    t('staffMachines.printers.metres', {
      metres: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(millimetres / 1000),
    });
  const left = [
    paper.leftMillimetres === null ? '' : metres(paper.leftMillimetres),
    paper.sheetsLeft === null ? '' : t('staffMachines.printers.sheets', { count: paper.sheetsLeft }),
  ].filter((part) => part !== '');
  const facts = [
    [t('staffMachines.printers.model'), printer.model],
    [
      t('staffMachines.printers.prints'),
      printer.documents.map((document) => t(`staffMachines.document.${document}`)).join(', '),
    ],
    [t('staffMachines.printers.paperLeft'), left.length > 0 ? left.join(' · ') : t('staffMachines.printers.unknown')],
    [t('staffMachines.printers.paperUsed'), metres(paper.usedMillimetres)],
    [t('staffMachines.printers.waiting'), String(printer.waiting)],
  ] as const;
  return (
    <dl className="staff-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
      {printer.isShared ? (
        <div>
          <dt className="visually-hidden">{t('staffMachines.printers.shared')}</dt>
          <dd>{t('staffMachines.printers.shared')}</dd>
        </div>
      ) : null}
    </dl>
  );
}
