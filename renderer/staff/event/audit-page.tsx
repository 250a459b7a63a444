import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry, StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { en } from '../../words/en.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { formatMoment } from './event-time.ts';
import './event.css';

/** What was done, the newest first, a page at a time. */
export function AuditPage() {
  const { t } = useTranslation();
  const { client } = useStaffWorld();
  const { answer, refusal, ask } = useAnswer('audit', {});
  const [older, setOlder] = useState<readonly AuditEntry[]>([]);
  const [failure, setFailure] = useState<StaffRefusal | null>(null);
  const entries = [...(answer?.entries ?? []), ...older];
  const last = entries.at(-1)?.number ?? 1;
  const readOlder = async () => {
    const page = await client.call('audit', { before: last });
    setFailure(page.ok ? null : page.reason);
    if (page.ok) setOlder([...older, ...page.value.entries]);
  };
  return (
    <>
      <StaffHeading>{t('staff.pages.audit')}</StaffHeading>
      <p>{t('staffEvent.audit.intro')}</p>
      <p className="staff-note">{t('staffEvent.audit.export')}</p>
      {refusal === null ? null : <Refused refusal={refusal} onRetry={ask} />}
      {answer === null && refusal === null ? <p role="status">{t('staff.waiting')}</p> : null}
      {answer?.total === 0 ? <Notice kind="plain">{t('staffEvent.audit.none')}</Notice> : null}
      {entries.length > 0 ? <AuditLines entries={entries} /> : null}
      {failure === null ? null : <Refused refusal={failure} />}
      {entries.length > 0 && last > 1 ? (
        <StaffButton onPress={() => void readOlder()}>{t('staffEvent.audit.older')}</StaffButton>
      ) : null}
    </>
  );
}

function AuditLines({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <ol className="event-lines">
      {entries.map((entry) => (
        <li key={entry.number}>
          <AuditLine entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function AuditLine({ entry: { number, at, staff, role, action, kiosk, subjects } }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation();
  const { language, event } = useStaffWorld();
  const who = staff === null ? t('staffEvent.audit.hub') : t('staffEvent.audit.byStaff', { staff });
  const where = kiosk ?? (staff === null ? null : t('staffEvent.audit.browser'));
  return (
    <div className="event-line">
      <span className="event-line-words">
        <strong>{isKnown(action) ? t(`staffEvent.audit.action.${action}`) : action}</strong>
        <span className="staff-note">
          {[who, role === null ? null : t(`staff.frame.role.${role}`), where]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        {subjects.length === 0 ? null : <code>{subjects.join(' ')}</code>}
      </span>
      <span className="staff-note">
        {t('staffEvent.audit.entry', { number })} · {formatMoment(at, { language, event })}
      </span>
    </div>
  );
}

/** Operators' commands have names of their own, which are shown as they are. */
function isKnown(action: string): action is keyof typeof en.staffEvent.audit.action {
  return Object.hasOwn(en.staffEvent.audit.action, action);
}
