import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Keyboard } from '../controls/keyboard/keyboard.tsx';
import { Progress, type RegistrationStep } from '../look/progress.tsx';
import { useVisit } from './visit.tsx';
import './step.css';

interface StepProps {
  /** Of the registration. */
  readonly step?: RegistrationStep;
  /** Of anything else that has steps. */
  readonly progress?: ReactNode;
  readonly question: string;
  readonly hint?: ReactNode;
  /** What is read only, beside the question on a wide screen. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** The one action that matters, lowest right. */
  readonly primary?: ReactNode;
  /** In place of "Back". */
  readonly secondary?: ReactNode;
  readonly canHideKeyboard?: boolean;
  /** `hint` is a long text, and gets the room that is left. */
  readonly isReading?: boolean;
}

/** A screen with one decision: read above (in landscape: left), touch below (right), the actions lowest. */
export function Step(props: StepProps) {
  const { step, progress, question, hint, aside, children, primary, secondary } = props;
  const { canHideKeyboard = false, isReading = false } = props;
  return (
    <div className={`step ${aside === undefined ? '' : 'step-with-aside'} ${isReading ? 'step-reading' : ''}`}>
      <div className="step-left">
        {step ? <Progress step={step} /> : progress}
        {/* A text that scrolls can be reached without touch, too (WCAG 2.2, 2.1.1). */}
        <div className="step-read" tabIndex={isReading ? 0 : undefined}>
          <h1 className="title">{question}</h1>
          {hint === undefined ? null : <div className="step-hint">{hint}</div>}
        </div>
        {aside === undefined ? null : <div className="step-aside">{aside}</div>}
      </div>
      <div className="step-touch scroll">{children}</div>
      <div className="step-keyboard">
        <Keyboard canHide={canHideKeyboard} />
      </div>
      <div className="step-actions">
        {secondary ?? <BackButton />}
        {primary}
      </div>
    </div>
  );
}

export function BackButton() {
  const { t } = useTranslation();
  const { back, canGoBack } = useVisit();
  return canGoBack ? (
    <Button icon={<ArrowLeft />} onPress={back}>
      {t('footer.back')}
    </Button>
  ) : null;
}
