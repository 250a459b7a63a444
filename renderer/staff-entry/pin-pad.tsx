import { Delete } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Key, KeyRow } from '../controls/keyboard/key.tsx';
import { longestGapMilliseconds } from '../scan/scan-decoder.ts';
import { useScanner } from '../scan/use-scanner.ts';
import type { SignInFailure } from '../staff/staff-client.ts';
import { useOperatorWords } from '../staff/use-staff-words.ts';
import { addDigit, readCredentials, showPlaces } from './pin-entry.ts';
import { useCountdown } from './use-countdown.ts';
import type { StaffEntry } from './use-staff-entry.ts';
import './pin-pad.css';

interface PinPadProps {
  readonly entry: Pick<StaffEntry, 'signIn' | 'takeBadge' | 'closePad'>;
  readonly isChecking: boolean;
  readonly failure: SignInFailure | null;
}

/** Nobody is there any more, or somebody opened it by chance. */
const closeAfterMilliseconds = 30_000;
const rows = ['123', '456', '789'] as const;

/** Number and PIN of a member of staff, or a badge's code from a scanner. It tells no name, and nothing of which half was wrong. */
export function PinPad({ entry, isChecking, failure }: PinPadProps) {
  const { t } = useTranslation();
  const { signIn, takeBadge, closePad } = entry;
  const wait = useCountdown(failure?.waitSeconds ?? null, failure);
  const isHeld = isChecking || wait > 0;
  const [digits, setDigits] = useState('');
  useScanner((code) => {
    setDigits('');
    takeBadge(code);
  });
  const isWaiting = wait > 0;
  useEffect(() => {
    // Whoever has to wait is watched by the count.
    if (isWaiting) return undefined;
    const timer = setTimeout(closePad, closeAfterMilliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [digits, isChecking, isWaiting, closePad]);

  const type = (digit: string) => {
    if (isHeld) return;
    const next = addDigit(digits, digit);
    const credentials = readCredentials(next);
    setDigits(credentials === null ? next : '');
    if (credentials !== null) signIn(credentials);
  };
  const remove = () => {
    setDigits(digits.slice(0, -1));
  };
  useDigitKeys({
    onDigit: type,
    onRemove: remove,
    onBurst: () => {
      setDigits('');
    },
  });

  return (
    <ModalOverlay
      className="staff-veil pad-veil"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) closePad();
      }}
    >
      <Modal className="pad">
        <Dialog>
          <div className="pad-read">
            <Heading slot="title" className="title">
              {t('staff.signIn.title')}
            </Heading>
            <p>{t('staffEntry.hint')}</p>
          </div>
          <Places digits={digits} />
          <Told failure={failure} isChecking={isChecking} wait={wait} />
          <div className="pad-keys" data-held={isHeld || undefined}>
            {rows.map((row) => (
              <KeyRow key={row}>
                {Array.from(row, (digit) => (
                  <Key key={digit} label={digit} onPress={type} />
                ))}
              </KeyRow>
            ))}
            <KeyRow>
              <span className="pad-no-key" />
              <Key label="0" onPress={type} />
              <Key kind="other" label={t('keyboard.backspace')} onPress={remove}>
                <Delete />
              </Key>
            </KeyRow>
          </div>
          <div className="pad-actions">
            <Button onPress={closePad}>{t('staff.cancel')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** `03 · ••••••` */
function Places({ digits }: { readonly digits: string }) {
  const { t } = useTranslation();
  return (
    <div className="pad-places" role="img" aria-label={t('staffEntry.typed', { count: digits.length })}>
      {showPlaces(digits).map(({ shown, isPin }, index) => (
        <span key={index} data-pin={isPin || undefined} data-filled={shown !== '' || undefined}>
          {shown}
        </span>
      ))}
    </div>
  );
}

interface ToldProps {
  readonly failure: SignInFailure | null;
  readonly isChecking: boolean;
  /** Seconds. */
  readonly wait: number;
}

function Told({ failure, isChecking, wait }: ToldProps) {
  const { t } = useTranslation();
  const explain = useOperatorWords();
  return (
    <div className="pad-told">
      {/* The seconds go on in sight; they are read out once, with the reason. */}
      <p role="alert">
        {failure && !isChecking && !(failure.reason === 'wait' && wait === 0)
          ? explain(`sign-in-${failure.reason}`)
          : null}
      </p>
      {isChecking ? <p>{t('staff.waiting')}</p> : null}
      {wait > 0 ? <p aria-hidden="true">{t('staff.signIn.wait', { count: wait })}</p> : null}
    </div>
  );
}

interface DigitKeys {
  readonly onDigit: (digit: string) => void;
  readonly onRemove: () => void;
  /** Keys that come as fast as a scanner's are nobody's PIN. */
  readonly onBurst: () => void;
}

/** Of a keyboard, where there is one. */
function useDigitKeys({ onDigit, onRemove, onBurst }: DigitKeys): void {
  const press = useEffectEvent((key: string, isBurst: boolean) => {
    if (isBurst) onBurst();
    else if (key === 'Backspace') onRemove();
    else if (/^\d$/.test(key)) onDigit(key);
  });
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const listen = ({ key, timeStamp, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const isBurst = timeStamp - last <= longestGapMilliseconds;
      last = timeStamp;
      if (!ctrlKey && !altKey && !metaKey) press(key, isBurst);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
