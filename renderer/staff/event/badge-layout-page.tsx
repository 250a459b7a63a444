import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usualBadgeLayout, type BadgeLayout } from '../../../domain/badge-layout.ts';
import type { StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { setLogo } from './layout-edits.ts';
import { LayoutFields } from './layout-fields.tsx';
import { LayoutLogo } from './layout-logo.tsx';
import { LayoutPreview } from './layout-preview.tsx';
import { LayoutStripes } from './layout-stripes.tsx';
import './event.css';

/** What badges show, changed while one looks at it; nothing happens to any kiosk before "Use for all badges". */
export function BadgeLayoutPage() {
  const { t } = useTranslation();
  const { client, event, askEvent } = useStaffWorld();
  const { answer, refusal, ask } = useAnswer('badgeLayout', {});
  const [draft, setDraft] = useState<BadgeLayout | null>(null);
  const [end, setEnd] = useState<'saved' | StaffRefusal | null>(null);
  const inForce = answer?.layout ?? event?.badge ?? usualBadgeLayout;
  const layout = draft ?? inForce;

  const change = (next: BadgeLayout) => {
    setEnd(null);
    setDraft(next);
  };
  /** A file takes a while to be read; what was changed meanwhile stays. */
  const changeLogo = (logo: string | null) => {
    setEnd(null);
    setDraft((before) => setLogo(before ?? inForce, logo));
  };
  const save = async (next: BadgeLayout | null) => {
    const saved = await client.call('setBadgeLayout', { layout: next });
    setEnd(saved.ok ? 'saved' : saved.reason);
    if (!saved.ok) return;
    setDraft(null);
    ask();
    askEvent();
  };

  return (
    <>
      <StaffHeading>{t('staff.pages.badge')}</StaffHeading>
      {refusal === null ? null : <Refused refusal={refusal} onRetry={ask} />}
      {answer ? (
        <p className="staff-note">{t(answer.isOwn ? 'staffEvent.badge.isOwn' : 'staffEvent.badge.isPack')}</p>
      ) : null}
      <div className="layout-editor">
        {event ? <LayoutPreview event={event} layout={layout} /> : null}
        <div className="layout-choices">
          <LayoutFields layout={layout} onChange={change} />
          <LayoutLogo hasLogo={layout.logo !== undefined} onChange={changeLogo} />
          <LayoutStripes layout={layout} onChange={change} />
          {end === 'saved' ? <Notice kind="good">{t('staffEvent.badge.saved')}</Notice> : null}
          {end !== null && end !== 'saved' ? <Refused refusal={end} /> : null}
          <div className="staff-actions">
            {answer?.isOwn ? (
              <StaffButton onPress={() => void save(null)}>{t('staffEvent.badge.reset')}</StaffButton>
            ) : null}
            <StaffButton kind="primary" icon={BadgeCheck} isDisabled={draft === null} onPress={() => void save(layout)}>
              {t('staffEvent.badge.save')}
            </StaffButton>
          </div>
        </div>
      </div>
    </>
  );
}
