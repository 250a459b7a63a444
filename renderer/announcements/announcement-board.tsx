import { Megaphone } from 'lucide-react';
import type { Announcement } from '../../domain/announcement.ts';
import { localise, type Language } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useAnnouncements } from './announcements-provider.tsx';
import './announcements.css';

/** As many as leave the invitation its room; the visit's line has them all. */
const most = 2;

/** Where nobody has chosen a language yet: in each that the event speaks and the organiser wrote. */
export function AnnouncementBoard() {
  const { event } = useCatalogue();
  const announcements = useAnnouncements();
  if (announcements.length === 0) return null;
  return (
    <div className="announcement-board">
      {announcements.slice(0, most).map((announcement) => (
        <div
          key={announcement.id}
          className="announcement-entry"
          data-level={announcement.level}
          role={announcement.level === 'urgent' ? 'alert' : 'status'}
        >
          <Megaphone aria-hidden="true" />
          <p>
            {listTexts(announcement, event.languages).map(({ text, language }) => (
              <span key={language} lang={language}>
                {text}
              </span>
            ))}
          </p>
        </div>
      ))}
    </div>
  );
}

function listTexts({ text }: Announcement, languages: readonly Language[]): { text: string; language: Language }[] {
  const spoken = languages.flatMap((language) => {
    const written = text[language];
    return written === undefined ? [] : [{ text: written, language }];
  });
  return spoken.length > 0 ? spoken : [localise(text, languages[0] ?? 'en')];
}
