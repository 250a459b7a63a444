import { DoorOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goLiveReasons, type GoLiveReason } from '../../../domain/doctor-report.ts';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffChoice } from '../controls/staff-choice.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import type { OrderEnd } from './carry-order.ts';
import { CommandEnd } from './command-end.tsx';
import { useErrand } from './use-errand.ts';

interface GoLiveProps {
  /** Tells the kiosk. */
  readonly send: (reason: GoLiveReason) => Promise<OrderEnd>;
  /** What is said of where the word is kept. */
  readonly note: string;
  readonly onChanged: () => void;
}

/** A supervisor lets a kiosk take visitors although its examination was red, and says why. */
export function GoLive({ send, note, onChanged }: GoLiveProps) {
  const { t } = useTranslation();
  const { staff } = useStaffWorld();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState<GoLiveReason | null>(null);
  const { state, run } = useErrand(onChanged);
  if (staff.role !== 'supervisor') return null;
  const confirm = () => {
    if (reason !== null) run(() => send(reason));
  };
  if (!isAsking) {
    return (
      <div className="staff-actions">
        <StaffButton
          icon={DoorOpen}
          onPress={() => {
            setIsAsking(true);
          }}
        >
          {t('doctor.goLive.button')}
        </StaffButton>
      </div>
    );
  }
  return (
    <div className="printer-task">
      <p className="kiosk-advice">{t('doctor.goLive.question')}</p>
      <p className="staff-note">{note}</p>
      <StaffChoice
        label={t('doctor.goLive.reason')}
        layout="column"
        options={goLiveReasons.map((id) => ({ id, name: t(`doctor.goLive.reasons.${id}`) }))}
        value={reason}
        onChange={setReason}
      />
      <div className="staff-actions">
        <StaffButton
          kind="quiet"
          onPress={() => {
            setIsAsking(false);
          }}
        >
          {t('doctor.goLive.cancel')}
        </StaffButton>
        <StaffButton kind="primary" isDisabled={reason === null || state === 'sent'} onPress={confirm}>
          {t('doctor.goLive.confirm')}
        </StaffButton>
      </div>
      <CommandEnd
        state={state}
        words={{
          done: t('doctor.goLive.done'),
          refused: t('doctor.goLive.notTaken'),
          notTaken: t('doctor.goLive.notTaken'),
        }}
      />
    </div>
  );
}
