import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { OneOf } from '../controls/choices.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { surfaces } from '../look/theme.ts';
import { useAppearance } from '../look/appearance.tsx';
import { textSizes } from '../look/text-sizes.ts';

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

interface QuestionProps extends OpenProps {
  readonly title: string;
  readonly text: string;
  readonly answers: ReactNode;
}

/** Something of the visitor's is at stake. */
function Question({ title, text, answers, ...open }: QuestionProps) {
  return (
    <Dialog {...open} role="alertdialog" title={title} actions={answers}>
      <p>{text}</p>
    </Dialog>
  );
}

export function StartOverDialog({ onErase, ...open }: OpenProps & { readonly onErase: () => void }) {
  const { t } = useTranslation();
  return (
    <Question
      {...open}
      title={t('startOver.title')}
      text={t('startOver.text')}
      answers={
        <>
          <Button onPress={open.onClose}>{t('startOver.keep')}</Button>
          <Button kind="primary" onPress={onErase}>
            {t('startOver.erase')}
          </Button>
        </>
      }
    />
  );
}

/** A code was scanned in the middle of somebody's registration: it may be the next visitor who is in a hurry. */
export function ScannedDialog({ onUse, ...open }: OpenProps & { readonly onUse: () => void }) {
  const { t } = useTranslation();
  return (
    <Question
      {...open}
      title={t('scanned.title')}
      text={t('scanned.text')}
      answers={
        <>
          <Button onPress={open.onClose}>{t('scanned.keep')}</Button>
          <Button kind="primary" onPress={onUse}>
            {t('scanned.use')}
          </Button>
        </>
      }
    />
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
    <Question
      isOpen={secondsLeft !== null}
      onClose={onStay}
      title={t('idle.title')}
      text={t('idle.text', { count: secondsLeft ?? 0 })}
      answers={
        <>
          <Button onPress={onLeave}>{t('idle.leave')}</Button>
          <Button kind="primary" onPress={onStay}>
            {t('idle.stay')}
          </Button>
        </>
      }
    />
  );
}
