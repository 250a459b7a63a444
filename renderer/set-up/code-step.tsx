import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import { CameraView } from '../scan/camera-view.tsx';
import { useHasCamera } from '../scan/use-camera.ts';
import { Step } from '../visit/step.tsx';
import { shapeCode } from './code-shape.ts';

interface CodeStepProps {
  readonly value: string;
  /** Of the code that was used last. */
  readonly error: string | null;
  readonly camera: boolean;
  readonly onChange: (text: string) => void;
  readonly onScan: (text: string) => void;
  readonly onBegin: () => void;
  readonly onAskAddress: () => void;
}

/** Never broken over two lines, also not after its dashes: whoever reads it types it at the hub. */
const enrolCommand = 'npm\u00a0run\u00a0hub\u00a0--\u2060\u00a0enrol';

/** Its shape is looked at with each key, so that a slip is found before the hub is asked. */
export function CodeStep(props: CodeStepProps) {
  const { value, error, camera, onChange, onScan, onBegin, onAskAddress } = props;
  const { t } = useTranslation();
  const hasCamera = useHasCamera(camera);
  const { count, isComplete, problem } = shapeCode(value);
  const slip =
    problem === null
      ? null
      : problem.kind === 'too-long'
        ? t('setUp.tooLong')
        : t('setUp.noSuchSymbol', { symbol: problem.symbol });
  return (
    <Step
      question={t('setUp.question')}
      hint={t('setUp.hint', { command: enrolCommand })}
      {...(hasCamera === true ? { aside: <CameraView label={t('setUp.camera')} onCode={onScan} /> } : {})}
      secondary={<Button onPress={onAskAddress}>{t('setUp.byAddress')}</Button>}
      primary={
        <Button kind="primary" isDisabled={!isComplete} onPress={onBegin}>
          {t('setUp.begin')}
        </Button>
      }
    >
      <div className="set-up-code">
        <TextField
          label={t('setUp.label')}
          note={t('setUp.typed', { count })}
          placeholder="7K3M-9QXT-0000-1111-2222-3333"
          layout="code"
          language="en"
          takesFocus
          value={value}
          error={slip ?? error}
          onChange={onChange}
          onEnter={() => {
            if (isComplete) onBegin();
          }}
        />
      </div>
    </Step>
  );
}
