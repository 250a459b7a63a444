import { useTranslation } from 'react-i18next';
import { Step } from '../visit/step.tsx';

/** What was on the screen is no longer in the catalogue: it can change while somebody looks at it. */
export function Gone() {
  const { t } = useTranslation();
  return (
    <Step question={t('gone.title')}>
      <p>{t('gone.text')}</p>
    </Step>
  );
}
