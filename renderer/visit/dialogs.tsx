import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { OneOf } from '../controls/choices.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { surfaces } from '../look/theme.ts';
import { textSizes, useAppearance } from '../look/appearance.tsx';

interface OpenProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AccessDialog({ isOpen, onClose }: OpenProps) {
  const { t } = useTranslation();
  const { textSize, surface, setTextSize, setSurface } = useAppearance();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('access.title')}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('access.done')}
        </Button>
      }
    >
      <OneOf
        label={t('access.textSize')}
        layout="segments"
        value={textSize}
        options={textSizes.map((id) => ({ id, name: t(`access.${id}`) }))}
        onChange={setTextSize}
      />
      <OneOf
        label={t('access.surface')}
        layout="segments"
        value={surface}
        options={(Object.keys(surfaces) as (keyof typeof surfaces)[]).map((id) => ({ id, name: t(`access.${id}`) }))}
        onChange={setSurface}
      />
    </Dialog>
  );
}

export function HelpDialog({ isOpen, onClose }: OpenProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('help.title')}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('help.done')}
        </Button>
      }
    >
      <p>{t('help.text')}</p>
    </Dialog>
  );
}

export function StartOverDialog({ isOpen, onClose, onErase }: OpenProps & { readonly onErase: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      title={t('startOver.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('startOver.keep')}</Button>
          <Button kind="primary" onPress={onErase}>
            {t('startOver.erase')}
          </Button>
        </>
      }
    >
      <p>{t('startOver.text')}</p>
    </Dialog>
  );
}

/** A code was scanned in the middle of somebody's registration: it may be the next visitor who is in a hurry. */
export function ScannedDialog({ isOpen, onClose, onUse }: OpenProps & { readonly onUse: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      title={t('scanned.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('scanned.keep')}</Button>
          <Button kind="primary" onPress={onUse}>
            {t('scanned.use')}
          </Button>
        </>
      }
    >
      <p>{t('scanned.text')}</p>
    </Dialog>
  );
}

interface IdleDialogProps {
  readonly secondsLeft: number | null;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function IdleDialog({ secondsLeft, onStay, onLeave }: IdleDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen={secondsLeft !== null}
      onClose={onStay}
      role="alertdialog"
      title={t('idle.title')}
      actions={
        <>
          <Button onPress={onLeave}>{t('idle.leave')}</Button>
          <Button kind="primary" onPress={onStay}>
            {t('idle.stay')}
          </Button>
        </>
      }
    >
      <p>{t('idle.text', { count: secondsLeft ?? 0 })}</p>
    </Dialog>
  );
}
