import { useEffect, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { StaffApp } from '../staff/staff-app.tsx';
import type { KioskClient } from '../staff/kiosk-client.ts';
import type { SignedIn } from '../staff/staff-client.ts';
import './staff-mode.css';

interface StaffModeProps {
  readonly client: KioskClient;
  readonly signedIn: SignedIn;
  readonly onLeave: (to?: 'register') => void;
}

/** Staff at the kiosk, until they leave or nobody has touched anything for a minute. */
export function StaffMode({ client, signedIn: { staff, scope }, onLeave }: StaffModeProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="staff-veil" isOpen isKeyboardDismissDisabled>
      <Modal className="staff-mode">
        <Dialog aria-label={t('staffEntry.mode')}>
          <StaffApp client={client} staff={staff} scope={scope} onLeave={onLeave} />
          <LeavingSoon client={client} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

const toldFromSeconds = 10;

/** The last ten seconds, counted down in sight: any touch stays. */
function LeavingSoon({ client }: { readonly client: KioskClient }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = client.secondsLeft();
      setLeft(seconds === null || seconds > toldFromSeconds ? null : Math.ceil(seconds));
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [client]);
  if (left === null) return null;
  return (
    <p className="staff-leaving" role="timer">
      {t('staffEntry.leaving', { count: left })}
    </p>
  );
}
