import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { AnnouncementBoard } from '../announcements/announcement-board.tsx';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { AttractHall } from '../map/attract-hall.tsx';
import { opensStatus } from '../status/use-status-opener.ts';
import './attract.css';

/** The loop that invites: the line draws the way to one booth after another. The whole screen is the button. */
export function Attract({ onStart }: { readonly onStart: () => void }) {
  const { i18n } = useTranslation();
  const { event } = useCatalogue();
  return (
    <div className="announcement-stand">
      <AnnouncementBoard />
      <Button className="attract" onPress={onStart}>
        <span className="attract-words">
          <span className="attract-event" {...opensStatus}>
            {localise(event.name, 'en').text}
            {event.tagline ? <small>{localise(event.tagline, 'en').text}</small> : null}
          </span>
          {event.languages.map((lng) => (
            <span key={lng} lang={lng} className="attract-promise">
              {i18n.t('attract.promise', { lng })}
            </span>
          ))}
        </span>
        <AttractHall />
        <span className="attract-invitation">
          {event.languages.map((lng) => (
            <span key={lng} lang={lng}>
              {i18n.t('attract.invitation', { lng })}
            </span>
          ))}
        </span>
      </Button>
    </div>
  );
}
