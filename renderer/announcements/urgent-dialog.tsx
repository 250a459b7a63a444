import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { AnnouncementText } from './announcement-text.tsx';
import { useAnnouncements } from './announcements-provider.tsx';

/** What cannot wait interrupts a visit, once; afterwards it stands in the line above. */
export function UrgentDialog() {
  const { t } = useTranslation();
  const [read, setRead] = useState<readonly string[]>([]);
  const urgent = useAnnouncements().filter(({ level, id }) => level === 'urgent' && !read.includes(id));
  const close = () => {
    setRead([...read, ...urgent.map(({ id }) => id)]);
  };
  return (
    <Dialog
      isOpen={urgent.length > 0}
      onClose={close}
      role="alertdialog"
      title={t('announcements.title')}
      actions={
        <Button kind="primary" onPress={close}>
          {t('announcements.close')}
        </Button>
      }
    >
      {urgent.map((announcement) => (
        <p key={announcement.id} className="announcement-urgent">
          <AnnouncementText announcement={announcement} />
        </p>
      ))}
    </Dialog>
  );
}
