import { ArrowBigUp, Delete, KeyboardOff } from 'lucide-react';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteBackwards, insertText, letterBeforeCaret, replaceLetter } from './edit.ts';
import { useKeyboard, type KeyboardLayout } from './keyboard-focus.tsx';
import { findVariants } from './letter-variants.ts';
import './keyboard.css';

const letterRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
const symbolRows = ['1234567890', "-'.,()/&+", '@_#:;!?"'] as const;
const phoneRows = ['123', '456', '789', '+0-'] as const;
const extraKeys = {
  text: ['-', "'"],
  search: ['-', '+'],
  email: ['@', '.'],
  phone: [],
} as const satisfies Record<KeyboardLayout, unknown>;

/** The keys on the screen. They appear when a field is touched and write into it without taking the focus away. */
export function Keyboard({ canHide = false }: { readonly canHide?: boolean }) {
  const { t } = useTranslation();
  const { input, layout, hide } = useKeyboard();
  const [shifted, setShifted] = useState(false);
  const [symbols, setSymbols] = useState(false);
  if (!input) return null;

  const type = (text: string) => {
    insertText(input, text);
    setShifted(false);
  };
  const hideKey = canHide ? (
    <Key label={t('keyboard.hide')} kind="other" onPress={hide}>
      <KeyboardOff />
    </Key>
  ) : null;
  const backspace = (
    <Key
      label={t('keyboard.backspace')}
      kind="other"
      onPress={() => {
        deleteBackwards(input);
      }}
    >
      <Delete />
    </Key>
  );

  if (layout === 'phone') {
    return (
      <div className="keyboard keyboard-phone" role="group" aria-label={t('keyboard.name')}>
        {phoneRows.map((row) => (
          <KeyRow key={row}>
            {Array.from(row, (key) => (
              <Key key={key} label={key} onPress={type} />
            ))}
          </KeyRow>
        ))}
        <KeyRow>
          {hideKey}
          {backspace}
        </KeyRow>
      </div>
    );
  }

  const upper = shifted !== (layout === 'text' && startsWord(input));
  const rows = symbols ? symbolRows : letterRows;
  return (
    <div className="keyboard" role="group" aria-label={t('keyboard.name')}>
      {layout === 'text' ? <Variants input={input} /> : null}
      {layout === 'email' && !symbols ? (
        <KeyRow>
          {Array.from(symbolRows[0], (key) => (
            <Key key={key} label={key} onPress={type} />
          ))}
        </KeyRow>
      ) : null}
      {rows.map((row, index) => (
        <KeyRow key={row}>
          {index === 2 && !symbols ? (
            <Key
              label={t('keyboard.shift')}
              kind="other"
              isOn={upper}
              onPress={() => {
                setShifted(!shifted);
              }}
            >
              <ArrowBigUp />
            </Key>
          ) : null}
          {Array.from(row, (key) => (
            <Key key={key} label={upper ? key.toUpperCase() : key} onPress={type} />
          ))}
          {index === 2 ? backspace : null}
        </KeyRow>
      ))}
      <KeyRow>
        {hideKey}
        <Key
          label={symbols ? t('keyboard.letters') : t('keyboard.symbols')}
          kind="other"
          onPress={() => {
            setSymbols(!symbols);
          }}
        />
        {extraKeys[layout].slice(0, 1).map((key) => (
          <Key key={key} label={key} onPress={type} />
        ))}
        <Key
          label={t('keyboard.space')}
          kind="space"
          onPress={() => {
            type(' ');
          }}
        />
        {extraKeys[layout].slice(1).map((key) => (
          <Key key={key} label={key} onPress={type} />
        ))}
      </KeyRow>
    </div>
  );
}

/** A name begins with a capital; whoever wants otherwise presses Shift. */
function startsWord(input: HTMLInputElement): boolean {
  const before = letterBeforeCaret(input);
  return before === '' || before === ' ' || before === '-';
}

/** The marked forms of the letter just written. */
function Variants({ input }: { readonly input: HTMLInputElement }) {
  const { t } = useTranslation();
  const letter = useSyncExternalStore(
    (notify) => {
      input.addEventListener('input', notify);
      document.addEventListener('selectionchange', notify);
      return () => {
        input.removeEventListener('input', notify);
        document.removeEventListener('selectionchange', notify);
      };
    },
    () => letterBeforeCaret(input),
  );
  return (
    <div className="keyboard-variants" role="group" aria-label={t('keyboard.variants')}>
      {findVariants(letter).map((variant) => (
        <Key
          key={variant}
          label={variant}
          kind="variant"
          onPress={() => {
            replaceLetter(input, variant);
          }}
        />
      ))}
    </div>
  );
}

function KeyRow({ children }: { readonly children: ReactNode }) {
  return <div className="keyboard-row">{children}</div>;
}

interface KeyProps {
  readonly label: string;
  readonly kind?: 'letter' | 'other' | 'space' | 'variant';
  readonly isOn?: boolean;
  readonly onPress: (label: string) => void;
  readonly children?: ReactNode;
}

/** Acts on the way down, as a real key does, and leaves the focus where the caret is. */
function Key({ label, kind = 'letter', isOn, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`key key-${kind}`}
      aria-label={label}
      aria-pressed={isOn}
      onPointerDown={(event) => {
        event.preventDefault();
        if (event.isPrimary) onPress(label);
      }}
      onClick={(event) => {
        // A click without a pointer comes from assistive technology.
        if (event.detail === 0) onPress(label);
      }}
    >
      {children ?? label}
    </button>
  );
}
