import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { UpdateReport } from '../../../domain/protocol/update-report.ts';
import { StaffButton } from '../controls/staff-button.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { carryOrder } from './carry-order.ts';
import { CommandEnd } from './command-end.tsx';
import { describeUpdate } from './describe-update.ts';
import { useErrand } from './use-errand.ts';

interface UpdateNowProps {
  readonly kiosk: string;
  readonly update: UpdateReport | undefined;
  readonly onChanged: () => void;
}

/** A supervisor or technician does not wait for the night. The kiosk still waits until nobody is there. */
export function UpdateNow({ kiosk, update, onChanged }: UpdateNowProps) {
  const { t } = useTranslation();
  const { client, staff } = useStaffWorld();
  const { state, run } = useErrand(onChanged);
  const mayAsk = update !== undefined && describeUpdate(update).mayAsk;
  if (staff.role === 'helper' || (!mayAsk && state === 'idle')) return null;
  const ask = () => {
    run(() => carryOrder({ client, kiosk, order: { kind: 'update-now' } }));
  };
  return (
    <>
      {mayAsk ? (
        <div className="staff-actions">
          <StaffButton icon={Download} isDisabled={state === 'sent'} onPress={ask}>
            {t('kioskUpdate.now')}
          </StaffButton>
        </div>
      ) : null}
      <CommandEnd
        state={state}
        words={{
          done: t('kioskUpdate.asked'),
          refused: t('kioskUpdate.notTaken'),
          notTaken: t('kioskUpdate.notTaken'),
          maybe: t('kioskUpdate.maybe'),
        }}
      />
    </>
  );
}
