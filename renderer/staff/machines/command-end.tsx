import { useTranslation } from 'react-i18next';
import { Notice, Refused } from '../controls/notice.tsx';
import type { OrderEnd } from './carry-order.ts';

/** How an order ended that prints nothing. */
export function CommandEnd({ state }: { readonly state: 'idle' | 'sent' | OrderEnd }) {
  const { t } = useTranslation();
  if (state === 'idle') return null;
  if (state === 'sent') return <Notice kind="plain">{t('staffMachines.printers.sent')}</Notice>;
  switch (state.kind) {
    case 'refused':
      return <Refused refusal={state.refusal} />;
    case 'not-taken':
      return <Notice kind="bad">{t('staffMachines.printers.notTaken')}</Notice>;
    case 'unknown':
      return <Notice kind="bad">{t('staffMachines.printers.maybe')}</Notice>;
    case 'ended':
      return state.result.kind === 'refused' ? (
        <Notice kind="bad">{t('staffMachines.printers.refused')}</Notice>
      ) : (
        <Notice kind="good">{t('staffMachines.printers.done')}</Notice>
      );
  }
}
