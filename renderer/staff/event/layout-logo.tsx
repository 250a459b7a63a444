import { ImageUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { badgeLayoutSchema } from '../../../domain/badge-layout.ts';
import { Notice } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { useStaffWorld } from '../staff-world.tsx';

interface LayoutLogoProps {
  readonly hasLogo: boolean;
  /** @param logo a data URL; null takes it away */
  readonly onChange: (logo: string | null) => void;
}

/** A kiosk opens no files; there the page says where to do it. */
export function LayoutLogo({ hasLogo, onChange }: LayoutLogoProps) {
  const { t } = useTranslation();
  const { client } = useStaffWorld();
  const [isRefused, setIsRefused] = useState(false);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const logo = `data:image/png;base64,${new Uint8Array(await file.arrayBuffer()).toBase64()}`;
    const isFine = file.type === 'image/png' && badgeLayoutSchema.shape.logo.safeParse(logo).success;
    setIsRefused(!isFine);
    if (isFine) onChange(logo);
  };
  return (
    <section>
      <h2>{t('staffEvent.badge.logo')}</h2>
      {client.place === 'kiosk' ? <p className="staff-note">{t('staffEvent.badge.logoInBrowser')}</p> : null}
      <div className="staff-actions">
        {client.place === 'browser' ? (
          <FileTrigger acceptedFileTypes={['image/png']} onSelect={(files) => void read(files?.[0])}>
            <StaffButton icon={ImageUp} onPress={ignorePress}>
              {t('staffEvent.badge.logoChoose')}
            </StaffButton>
          </FileTrigger>
        ) : null}
        {hasLogo ? (
          <StaffButton
            icon={Trash2}
            onPress={() => {
              onChange(null);
            }}
          >
            {t('staffEvent.badge.logoRemove')}
          </StaffButton>
        ) : null}
      </div>
      {isRefused ? <Notice kind="bad">{t('staffEvent.badge.logoRefused')}</Notice> : null}
    </section>
  );
}

/** The trigger around the button opens the file list. */
function ignorePress(): void {
  // Nothing beside it.
}
