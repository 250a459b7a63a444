import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as createId } from 'uuid';
import type { Announcement } from '../../../domain/announcement.ts';
import { languages, type Language } from '../../../domain/localised.ts';
import type { StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffChoice } from '../controls/staff-choice.tsx';
import { StaffField } from '../controls/staff-field.tsx';
import { useStaffWorld } from '../staff-world.tsx';

/** Two lines of a kiosk in the largest text. */
const longest = 200;
const lengths = ['15', '30', '60', '240'] as const;

type Texts = Partial<Record<Language, string>>;

/** Something to say to everybody: in the event's languages, calm or urgent, for a time. */
export function AnnouncementForm({ onSent }: { readonly onSent: () => void }) {
  const { t } = useTranslation();
  const { client, event } = useStaffWorld();
  const [texts, setTexts] = useState<Texts>({});
  const [level, setLevel] = useState<Announcement['level']>('calm');
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('30');
  const [end, setEnd] = useState<'sent' | 'missing' | 'tooLong' | StaffRefusal | null>(null);

  const send = async () => {
    const text = Object.fromEntries(
      Object.entries(texts).flatMap(([language, words]) => (words.trim() === '' ? [] : [[language, words.trim()]])),
    );
    if (Object.keys(text).length === 0) {
      setEnd('missing');
      return;
    }
    if (Object.values(text).some((words) => words.length > longest)) {
      setEnd('tooLong');
      return;
    }
    const answer = await client.call('announce', { id: createId(), text, level, minutes: Number(minutes) });
    setEnd(answer.ok ? 'sent' : answer.reason);
    if (!answer.ok) return;
    setTexts({});
    onSent();
  };

  return (
    <section className="staff-form">
      <h2>{t('staffEvent.announce.new')}</h2>
      {(event?.languages ?? languages).map((language) => (
        <StaffField
          key={language}
          label={t('staffEvent.announce.text', { language: t(`languageName.${language}`) })}
          layout={language === 'en' ? 'text' : 'own-script'}
          value={texts[language] ?? ''}
          onChange={(words) => {
            setTexts({ ...texts, [language]: words });
          }}
        />
      ))}
      <p className="staff-note">{t('staffEvent.announce.oneLanguage')}</p>
      <StaffChoice
        label={t('staffEvent.announce.level')}
        layout="column"
        value={level}
        onChange={setLevel}
        options={(['calm', 'urgent'] as const).map((id) => ({
          id,
          name: t(`staffEvent.announce.${id}`),
          note: t(`staffEvent.announce.${id}Note`),
        }))}
      />
      <StaffChoice
        label={t('staffEvent.announce.minutes')}
        value={minutes}
        onChange={setMinutes}
        options={lengths.map((id) => ({
          id,
          name:
            Number(id) < 60
              ? t('staffEvent.announce.minutesValue', { count: Number(id) })
              : t('staffEvent.announce.hoursValue', { count: Number(id) / 60 }),
        }))}
      />
      {end === 'sent' ? <Notice kind="good">{t('staffEvent.announce.sent')}</Notice> : null}
      {end === 'missing' || end === 'tooLong' ? <Notice kind="bad">{t(`staffEvent.announce.${end}`)}</Notice> : null}
      {end !== null && end !== 'sent' && end !== 'missing' && end !== 'tooLong' ? <Refused refusal={end} /> : null}
      <div className="staff-actions">
        <StaffButton kind="primary" icon={Megaphone} onPress={() => void send()}>
          {t('staffEvent.announce.send')}
        </StaffButton>
      </div>
    </section>
  );
}
