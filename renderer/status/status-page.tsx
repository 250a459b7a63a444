import { useEffect } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { errors, type ErrorCode } from '../../domain/errors.ts';
import { localise, type Language } from '../../domain/localised.ts';
import { Button } from '../controls/button.tsx';
import { StatusFacts } from './status-facts.tsx';
import { useKioskStatus } from './use-kiosk-status.ts';
import './status-page.css';

interface StatusPageProps {
  readonly language: Language;
  readonly onClose: () => void;
  /** To the PIN pad of staff mode. */
  readonly onStaff: () => void;
}

const closeAfterMilliseconds = 60_000;

/** How the kiosk stands, for whoever looks after it. It names no visitor, and a visit under way lies unharmed below it. */
export function StatusPage({ language, onClose, onStaff }: StatusPageProps) {
  const { t } = useTranslation();
  const report = useKioskStatus();
  const explain = (code: ErrorCode) => localise(errors[code].operator, language).text;
  useEffect(() => {
    const timer = setTimeout(onClose, closeAfterMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [onClose]);
  return (
    <ModalOverlay
      className="status-veil"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="status-page">
        <Dialog>
          {report === null ? (
            <Heading slot="title" className="title">
              {t('start.waiting')}
            </Heading>
          ) : report === 'failed' ? (
            <>
              <Heading slot="title" className="title">
                {t('start.failed')}
              </Heading>
              <p role="alert">{explain('host-unreachable')}</p>
            </>
          ) : (
            <>
              <Heading slot="title" className="title">
                {t('status.title', { kiosk: report.kiosk.kiosk })}
              </Heading>
              <StatusFacts report={report} language={language} explain={explain} />
            </>
          )}
          <div className="status-actions">
            <Button onPress={onStaff}>{t('staffEntry.open')}</Button>
            <Button kind="primary" onPress={onClose}>
              {t('status.close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
