import { Accessibility } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FloorPlan } from '../../domain/floor-plan.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import './step-free-switch.css';

/** Remembered for the visit. */
export function StepFreeSwitch() {
  const { t } = useTranslation();
  const { isStepFree, setStepFree } = useShortlist();
  return (
    <ToggleButton className="step-free" isSelected={isStepFree} onChange={setStepFree}>
      <Accessibility aria-hidden="true" />
      <span>{t('hall.stepFree')}</span>
    </ToggleButton>
  );
}

/** Whether there is anything on the plan that somebody could not or would not climb. */
export function hasSteps({ features }: FloorPlan): boolean {
  return features.some(({ properties: { kind } }) => kind === 'stairs' || kind === 'escalator');
}
