import { Accessibility } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useShortlist } from '../shortlist/use-shortlist.ts';

/** Ways without stairs and escalators, for the whole visit. Nothing where the plan has none of them. */
export function StepFreeSwitch() {
  const { t } = useTranslation();
  const { floorPlan } = useCatalogue();
  const { isStepFree, setStepFree } = useShortlist();
  const hasSteps = floorPlan?.features.some(({ properties: { kind } }) => kind === 'stairs' || kind === 'escalator');
  if (!hasSteps) return null;
  return (
    <ToggleButton className="chip step-free-switch" isSelected={isStepFree} onChange={setStepFree}>
      <Accessibility aria-hidden="true" />
      <span>{t('hall.stepFree')}</span>
    </ToggleButton>
  );
}
