import { Camera } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { StaffButton } from './staff-button.tsx';

interface CameraButtonProps {
  /** What it says while the camera is off. */
  readonly label: string;
  readonly isFilming: boolean;
  readonly onChange: (isFilming: boolean) => void;
}

/** Turns the camera on and off. */
export function CameraButton({ label, isFilming, onChange }: CameraButtonProps) {
  const { t } = useTranslation();
  return (
    <StaffButton
      icon={Camera}
      isExpanded={isFilming}
      onPress={() => {
        onChange(!isFilming);
      }}
    >
      {isFilming ? t('staff.signIn.closeCamera') : label}
    </StaffButton>
  );
}
