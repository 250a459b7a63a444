import { ArrowBigUp, Delete } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteBackwards, insertText } from './edit.ts';
import { findCandidates } from './han/syllables.ts';
import { HanCandidates } from './han/han-candidates.tsx';
import { hanMethods, useSyllables, type HanMethod } from './han/use-syllables.ts';
import { Key, KeyRow, Keys } from './key.tsx';
import type { KeyboardLayout } from './keyboard-focus.tsx';
import { LetterVariants } from './letter-variants-strip.tsx';
import { useLetterBeforeCaret } from './use-letter-before-caret.ts';

const letterRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;
const symbolRows = ['1234567890', "-'.,()/&+", '@_#:;!?"'] as const;
const [digits] = symbolRows;
const extraKeys = {
  text: ['-', "'"],
  'own-script': ['-', '·'],
  search: ['-', '+'],
  email: ['@', '.'],
} as const satisfies Record<TextLayout, readonly [string, string]>;
const methodOfLanguage: Readonly<Record<string, HanMethod>> = { 'zh-Hant': 'jyutping', 'zh-Hans': 'pinyin' };

export type TextLayout = Exclude<KeyboardLayout, 'phone' | 'code' | 'address'>;

interface TextKeysProps {
  readonly input: HTMLInputElement;
  readonly layout: TextLayout;
  /** The key that hides the keyboard, where it can be hidden. */
  readonly hideKey: ReactNode;
}

/** Latin letters, and by way of them Han characters where a name may be written in the visitor's own script. */
export function TextKeys({ input, layout, hideKey }: TextKeysProps) {
  const { t, i18n } = useTranslation();
  const [isShifted, setIsShifted] = useState(false);
  const [hasSymbols, setHasSymbols] = useState(false);
  const [letters, setLetters] = useState('');
  const [method, setMethod] = useState<HanMethod>(
    layout === 'own-script' ? (methodOfLanguage[i18n.language] ?? 'latin') : 'latin',
  );
  const syllables = useSyllables(method);
  const composes = method !== 'latin';
  const isName = layout === 'text' || layout === 'own-script';
  const startsWord = ['', ' ', '-'].includes(useLetterBeforeCaret(input));
  // A name begins with a capital; whoever wants otherwise presses Shift.
  const isUpper = !composes && isShifted !== (isName && startsWord);
  const [extraLeft, extraRight] = extraKeys[layout];

  const write = (text: string) => {
    insertText(input, text);
    setIsShifted(false);
  };
  const press = (key: string) => {
    if (composes && /^[a-z]$/.test(key)) setLetters(letters + key);
    else write(key);
  };
  const pressSpace = () => {
    const { length, characters } = findCandidates(syllables ?? new Map(), letters);
    if (letters === '') write(' ');
    else if (characters[0] !== undefined) {
      write(characters[0]);
      setLetters(letters.slice(length));
    }
  };

  return (
    <>
      {composes ? (
        <HanCandidates input={input} syllables={syllables} letters={letters} onLetters={setLetters} />
      ) : isName ? (
        <LetterVariants input={input} />
      ) : null}
      {layout === 'email' && !hasSymbols ? (
        <KeyRow>
          <Keys keys={digits} onPress={press} />
        </KeyRow>
      ) : null}
      {(hasSymbols ? symbolRows : letterRows).map((row, index) => (
        <KeyRow key={row}>
          {index === 2 && !hasSymbols ? (
            <Key
              label={t('keyboard.shift')}
              kind="other"
              isOn={isUpper}
              onPress={() => {
                setIsShifted(!isShifted);
              }}
            >
              <ArrowBigUp />
            </Key>
          ) : null}
          <Keys keys={isUpper ? row.toUpperCase() : row} onPress={press} />
          {index === 2 ? (
            <Key
              label={t('keyboard.backspace')}
              kind="other"
              onPress={() => {
                if (letters === '') deleteBackwards(input);
                else setLetters(letters.slice(0, -1));
              }}
            >
              <Delete />
            </Key>
          ) : null}
        </KeyRow>
      ))}
      <KeyRow>
        {hideKey}
        <Key
          label={hasSymbols ? t('keyboard.letters') : t('keyboard.symbols')}
          kind="other"
          onPress={() => {
            setHasSymbols(!hasSymbols);
          }}
        />
        {layout === 'own-script' ? (
          <Key
            label={t(`keyboard.method.${method}`)}
            kind="other"
            onPress={() => {
              setMethod(hanMethods[(hanMethods.indexOf(method) + 1) % hanMethods.length] ?? 'latin');
              setLetters('');
            }}
          />
        ) : null}
        <Key label={extraLeft} onPress={write} />
        <Key label={t('keyboard.space')} kind="space" onPress={pressSpace} />
        <Key label={extraRight} onPress={write} />
      </KeyRow>
    </>
  );
}
