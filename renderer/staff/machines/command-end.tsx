import { useTranslation } from 'react-i18next';
import { Notice, Refused } from '../controls/notice.tsx';
import type { ErrandState } from './use-errand.ts';

interface CommandEndProps {
  readonly state: ErrandState;
  /** Where an order is more than done or not. */
  readonly words?: Partial<Record<'done' | 'refused' | 'notTaken' | 'maybe', string>>;
}

/** How an order ended that prints nothing. */
export function CommandEnd({ state, words = {} }: CommandEndProps) {
  const { t } = useTranslation();
  if (state === 'idle') return null;
  if (state === 'sent') return <Notice kind="plain">{t('staffMachines.printers.sent')}</Notice>;
  switch (state.kind) {
    case 'refused':
      return <Refused refusal={state.refusal} />;
    case 'not-taken':
      return <Notice kind="bad">{words.notTaken ?? t('staffMachines.printers.notTaken')}</Notice>;
    case 'unknown':
      return <Notice kind="bad">{words.maybe ?? t('staffMachines.printers.maybe')}</Notice>;
    case 'ended':
      return state.result.kind === 'refused' ? (
        <Notice kind="bad">{words.refused ?? t('staffMachines.printers.refused')}</Notice>
      ) : (
        <Notice kind="good">{words.done ?? t('staffMachines.printers.done')}</Notice>
      );
  }
}
