import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoLiveReason } from '../../../domain/doctor-report.ts';
import type { KioskGate } from '../../../domain/kiosk-gate.ts';
import { LocalWays, Notice } from '../controls/notice.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import type { LocalKiosk } from '../staff-client.ts';
import { endedHere } from './carry-order.ts';
import { GoLive } from './go-live.tsx';

/** In place of all kiosks while the hub is out of reach: the one that staff stand at, and whether it takes visitors. */
export function ThisKiosk({ local }: { readonly local: LocalKiosk }) {
  const { t } = useTranslation();
  const [gate, setGate] = useState<KioskGate | null>(null);
  const ask = () => {
    local.readGate().then(setGate, () => undefined);
  };
  useEffect(ask, [local]);
  const send = async (reason: GoLiveReason) => endedHere(await local.goLive(reason));
  return (
    <>
      <StaffHeading>{t('doctor.here.title', { kiosk: local.kiosk })}</StaffHeading>
      {gate === null ? null : gate.state === 'open' ? (
        <Notice kind="good">{t('doctor.here.open')}</Notice>
      ) : (
        <Notice kind="bad">{t(`doctor.here.closed.${gate.reason}`)}</Notice>
      )}
      {gate?.state === 'closed' && gate.reason === 'not-ready' ? (
        <GoLive send={send} note={t('doctor.goLive.noteHere')} onChanged={ask} />
      ) : null}
      <p className="staff-note">{t('doctor.here.others')}</p>
      {/* A kiosk that is closed registers nobody. */}
      {gate?.state === 'open' ? <LocalWays /> : null}
    </>
  );
}
