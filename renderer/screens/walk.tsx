import { useTranslation } from 'react-i18next';
import { Step } from '../visit/step.tsx';

/** The ordered walk over the shortlist. */
export function WalkScreen() {
  const { t } = useTranslation();
  return <Step question={t('walk.title')}>{null}</Step>;
}
