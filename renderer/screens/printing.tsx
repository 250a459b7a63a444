import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitorDocument } from '../../domain/print-job.ts';
import './printing.css';

interface PrintingProps {
  readonly document: VisitorDocument;
  /** The sheet itself. */
  readonly children: ReactNode;
}

/** While the printer works: the sheet comes out of the slot. */
export function Printing({ document, children }: PrintingProps) {
  const { t } = useTranslation();
  return (
    <div className="printing">
      <div role="status">
        <h1 className="question">{t(`printing.${document}`)}</h1>
        <p className="step-hint">{t('printing.note')}</p>
      </div>
      <div className="printing-slot">
        <div className="printing-sheet">{children}</div>
      </div>
    </div>
  );
}
