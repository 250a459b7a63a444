import { useTranslation } from 'react-i18next';
import { insertText } from '../edit.ts';
import { Key } from '../key.tsx';
import { findCandidates, type Syllables } from './syllables.ts';

interface HanCandidatesProps {
  readonly input: HTMLInputElement;
  readonly syllables: Syllables | null;
  /** Typed, and not yet a character. */
  readonly letters: string;
  readonly onLetters: (letters: string) => void;
}

/** The strip above the keys: what was typed, and the characters it can mean. */
export function HanCandidates({ input, syllables, letters, onLetters }: HanCandidatesProps) {
  const { t } = useTranslation();
  const { length, characters } = findCandidates(syllables ?? new Map(), letters);
  return (
    <div className="keyboard-variants" role="group" aria-label={t('keyboard.candidates')}>
      {letters === '' ? null : <span className="keyboard-letters">{letters}</span>}
      {characters.map((character) => (
        <Key
          key={character}
          label={character}
          kind="variant"
          onPress={() => {
            insertText(input, character);
            onLetters(letters.slice(length));
          }}
        />
      ))}
    </div>
  );
}
