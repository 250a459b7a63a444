import { useTranslation } from 'react-i18next';
import { Notice, Refused } from '../controls/notice.tsx';
import { useOperatorWords } from '../use-staff-words.ts';
import type { OrderEnd } from './carry-order.ts';

/** How a sheet ended, in words that promise nothing which nobody knows. */
export function SheetEnd({ end }: { readonly end: OrderEnd }) {
  const { t } = useTranslation();
  const explain = useOperatorWords();
  switch (end.kind) {
    case 'refused':
      return <Refused refusal={end.refusal} />;
    case 'unknown':
      return <Notice kind="bad">{t('staffVisitors.reprint.unknown')}</Notice>;
    case 'not-taken':
      return <Notice kind="bad">{t('staffVisitors.reprint.notTaken')}</Notice>;
    case 'ended':
      break;
  }
  const { result } = end;
  if (result.kind === 'refused') {
    return <Notice kind="bad">{t(`staffVisitors.reprint.refused.${result.reason}`)}</Notice>;
  }
  if (result.kind === 'done') return <Notice kind="bad">{t('staffVisitors.reprint.unknown')}</Notice>;
  switch (result.outcome.state) {
    case 'printed':
      return <Notice kind="good">{t('staffVisitors.reprint.printed')}</Notice>;
    case 'failed':
      return <Notice kind="bad">{explain(`printer-${result.outcome.fault}`)}</Notice>;
    case 'unknown':
      return <Notice kind="bad">{t('staffVisitors.reprint.unknown')}</Notice>;
    case 'cancelled':
      return <Notice kind="bad">{t('staffVisitors.reprint.cancelled')}</Notice>;
  }
}
