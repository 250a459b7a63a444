import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitorDocument } from '../../domain/print-job.ts';
import type { PrintTarget } from '../visit/use-print-target.ts';
import './printing.css';

interface PrintingProps {
  readonly document: VisitorDocument;
  readonly target: PrintTarget;
  /** It is somebody else's turn at the printer. */
  readonly isWaiting: boolean;
  /** The sheet itself. */
  readonly children: ReactNode;
}

/** While the printer works: the sheet comes out of the slot. */
export function Printing({ document, target, isWaiting, children }: PrintingProps) {
  const { t } = useTranslation();
  return (
    <div className="printing">
      <div role="status">
        <h1 className="question">{t(`printing.${document}`)}</h1>
        <p className="step-hint">
          {target.name === null ? t('printing.note') : t('printing.noteAt', { printer: target.name })}
        </p>
        {isWaiting ? <p className="printing-turn">{t('printing.waiting')}</p> : null}
      </div>
      <div className="printing-slot">
        {/* Nothing comes out of the slot before its turn. */}
        {isWaiting ? null : <div className="printing-sheet">{children}</div>}
      </div>
    </div>
  );
}
