import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { QrCode } from '../documents/qr-code.tsx';
import type { PhoneCodes } from './use-phone-codes.ts';
import './phone-dialog.css';

interface PhoneDialogProps {
  readonly codes: PhoneCodes;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The list, and then each kept session, for the camera of a phone: one code after the other. */
export function PhoneDialog({ codes, isOpen, onClose }: PhoneDialogProps) {
  const { t } = useTranslation();
  const [index, setIndex] = useState(0);
  const { list, sessions } = codes;
  const all = list.length;
  const pages = [
    ...list.map((text, at) => ({
      text,
      title: t('walk.phone.title'),
      words: all === 1 ? t('walk.phone.list') : t('walk.phone.listPart', { number: at + 1, all }),
    })),
    ...sessions.map(({ calendar, title }) => ({ text: calendar, title, words: t('walk.phone.session') })),
  ];
  const page = pages[index] ?? pages[0];
  const hasNext = index + 1 < pages.length;
  const close = () => {
    setIndex(0);
    onClose();
  };
  if (!page) return null;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={page.title}
      actions={
        <>
          {pages.length > 1 ? (
            <Button
              icon={<ArrowRight />}
              onPress={() => {
                setIndex(hasNext ? index + 1 : 0);
              }}
            >
              {t(hasNext ? 'walk.phone.next' : 'walk.phone.first')}
            </Button>
          ) : null}
          <Button kind="primary" onPress={close}>
            {t('walk.phone.done')}
          </Button>
        </>
      }
    >
      <div className="phone-page">
        <QrCode text={page.text} module={8} label={page.words} level="M" />
        <p>{page.words}</p>
      </div>
    </Dialog>
  );
}
