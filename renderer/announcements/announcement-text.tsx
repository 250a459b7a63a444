import { useTranslation } from 'react-i18next';
import type { Announcement } from '../../domain/announcement.ts';
import { localise } from '../../domain/localised.ts';
import { useLanguage } from '../staff/use-staff-words.ts';

/** In the visitor's language, or in the nearest there is, which is said. */
export function AnnouncementText({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation();
  const wanted = useLanguage();
  const { text, language } = localise(announcement.text, wanted);
  return (
    <>
      <span lang={language}>{text}</span>
      {language === wanted ? null : (
        <small className="announcement-language">
          {t('announcements.inLanguage', { language: t(`languageName.${language}`) })}
        </small>
      )}
    </>
  );
}
