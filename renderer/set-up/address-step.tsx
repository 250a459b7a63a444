import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import { Step } from '../visit/step.tsx';

interface AddressStepProps {
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (text: string) => void;
  readonly onBack: () => void;
  readonly onBegin: () => void;
}

/** For networks that carry no announcements. Left empty, the hub is searched again. */
export function AddressStep({ value, error, onChange, onBack, onBegin }: AddressStepProps) {
  const { t } = useTranslation();
  return (
    <Step
      question={t('setUp.addressQuestion')}
      hint={t('setUp.addressHint')}
      secondary={
        <Button icon={<ArrowLeft />} onPress={onBack}>
          {t('setUp.back')}
        </Button>
      }
      primary={
        <Button kind="primary" onPress={onBegin}>
          {t('setUp.begin')}
        </Button>
      }
    >
      <TextField
        label={t('setUp.addressLabel')}
        placeholder="192.168.1.10:7443"
        layout="address"
        language="en"
        takesFocus
        value={value}
        error={error}
        onChange={onChange}
        onEnter={onBegin}
      />
    </Step>
  );
}
