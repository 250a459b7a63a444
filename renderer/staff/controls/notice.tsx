import { CheckCircle2, CircleAlert, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { useStaffWorld } from '../staff-world.tsx';
import { useOperatorWords } from '../use-staff-words.ts';
import { StaffButton } from './staff-button.tsx';

const icons = { good: CheckCircle2, bad: CircleAlert, plain: Info } as const;

interface NoticeProps {
  readonly kind: keyof typeof icons;
  readonly children: ReactNode;
}

/** Says how something stands or ended. Read out when it appears. */
export function Notice({ kind, children }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div className={`staff-notice staff-notice-${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}

/** What is wrong with a field, below it. */
export function StaffError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  if (children === null) return null;
  return (
    <p className="staff-error" id={id}>
      <CircleAlert aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

interface RefusedProps {
  readonly refusal: StaffRefusal;
  readonly onRetry?: () => void;
}

/** Why the hub had no answer and what to do; without the hub, what still works at a kiosk. */
export function Refused({ refusal, onRetry }: RefusedProps) {
  const { t } = useTranslation();
  const { client } = useStaffWorld();
  const explain = useOperatorWords();
  return (
    <Notice kind="bad">
      <p>{explain(`staff-${refusal}`)}</p>
      {refusal === 'offline' && client.place === 'kiosk' ? <LocalWays /> : null}
      {onRetry ? (
        <StaffButton kind="quiet" onPress={onRetry}>
          {t('staff.retry')}
        </StaffButton>
      ) : null}
    </Notice>
  );
}

/** What staff can do at a kiosk that is cut off from its hub. */
export function LocalWays() {
  const { t } = useTranslation();
  const { go, leave } = useStaffWorld();
  return (
    <>
      <p>{t('staff.local.works')}</p>
      <div className="staff-actions">
        <StaffButton
          onPress={() => {
            go({ page: 'printers' });
          }}
        >
          {t('staff.local.printers')}
        </StaffButton>
        <StaffButton
          kind="primary"
          onPress={() => {
            leave('register');
          }}
        >
          {t('staff.local.register')}
        </StaffButton>
      </div>
    </>
  );
}
