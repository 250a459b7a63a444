import { localise } from '../../domain/localised.ts';
import { useLanguage } from '../staff/use-staff-words.ts';
import { useAnnouncements } from './announcements-provider.tsx';

/**
 * What a screen reader hears of a calm announcement when it comes; urgent ones have a dialog. It stands in the page before there is anything to
 * say, or nothing would be heard.
 */
export function AnnouncementVoice() {
  const language = useLanguage();
  const calm = useAnnouncements().find(({ level }) => level === 'calm');
  const said = calm ? localise(calm.text, language) : null;
  return (
    <p className="visually-hidden" aria-live="polite" aria-atomic="true" lang={said?.language}>
      {said?.text}
    </p>
  );
}
