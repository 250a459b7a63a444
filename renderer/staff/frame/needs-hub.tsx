import { useTranslation } from 'react-i18next';
import { LocalWays } from '../controls/notice.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';

/** In place of a page that a kiosk cannot show without its hub. */
export function NeedsHub() {
  const { t } = useTranslation();
  return (
    <>
      <StaffHeading>{t('staff.local.title')}</StaffHeading>
      <p>{t('staff.local.text')}</p>
      <LocalWays />
    </>
  );
}
