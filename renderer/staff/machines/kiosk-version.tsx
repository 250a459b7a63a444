import { useTranslation } from 'react-i18next';
import type { KioskReport } from '../../../domain/protocol/kiosk-report.ts';
import type { UpdateReport } from '../../../domain/protocol/update-report.ts';
import { useLanguage } from '../use-staff-words.ts';
import { describeUpdate } from './describe-update.ts';

/** The version that a kiosk runs, and how it stands with the next: a line of its facts. */
export function KioskVersion({ report }: { readonly report: KioskReport | null }) {
  const { t } = useTranslation();
  return (
    <div className="kiosk-version">
      <dt>{t('staffMachines.kiosks.version')}</dt>
      <dd>
        {report?.version ?? '–'}
        {report?.update === undefined ? null : <UpdateState update={report.update} />}
      </dd>
    </div>
  );
}

function UpdateState({ update }: { readonly update: UpdateReport }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, version, reason } = update;
  const said =
    state === 'refused' && version === null
      ? t('kioskUpdate.refusedUnknown')
      : t(`kioskUpdate.state.${state}`, { version: version ?? '' });
  const why = reason === null ? [] : [t(`kioskUpdate.reason.${reason}`)];
  return (
    <span className={describeUpdate(update).isTrouble ? 'kiosk-advice' : 'staff-note'}>
      {[said, ...why].join(language === 'en' ? ' ' : '')}
    </span>
  );
}
