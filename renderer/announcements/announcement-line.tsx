import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { AnnouncementText } from './announcement-text.tsx';
import { useAnnouncements } from './announcements-provider.tsx';
import './announcements.css';

/** One quiet line above every screen of a visit, with room of its own. A touch shows all of it. */
export function AnnouncementLine() {
  const { t } = useTranslation();
  const announcements = useAnnouncements();
  const [isOpen, setIsOpen] = useState(false);
  const [first, ...others] = announcements;
  if (!first) return null;
  const close = () => {
    setIsOpen(false);
  };
  return (
    <>
      <AriaButton
        className="announcement-line"
        data-level={first.level}
        onPress={() => {
          setIsOpen(true);
        }}
      >
        <Megaphone aria-hidden="true" />
        <span className="announcement-text">
          <AnnouncementText announcement={first} />
        </span>
        {others.length > 0 ? <small>{t('announcements.more', { count: others.length })}</small> : null}
      </AriaButton>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t(others.length > 0 ? 'announcements.all' : 'announcements.title')}
        actions={
          <Button kind="primary" onPress={close}>
            {t('announcements.close')}
          </Button>
        }
      >
        {announcements.map((announcement) => (
          <p key={announcement.id}>
            <AnnouncementText announcement={announcement} />
          </p>
        ))}
      </Dialog>
    </>
  );
}
