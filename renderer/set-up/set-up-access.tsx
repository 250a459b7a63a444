import { Accessibility } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AccessDialog } from '../visit/dialogs.tsx';

export function SetUpAccess() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        className="footer-button"
        onPress={() => {
          setIsOpen(true);
        }}
      >
        <Accessibility />
        <span>{t('footer.access')}</span>
      </Button>
      <AccessDialog
        isOpen={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    </>
  );
}
