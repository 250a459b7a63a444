import { useTranslation } from 'react-i18next';
import { replaceLetter } from './edit.ts';
import { Key } from './key.tsx';
import { findVariants } from './letter-variants.ts';
import { useLetterBeforeCaret } from './use-letter-before-caret.ts';

/** The strip above the keys: the marked forms of the letter just written. */
export function LetterVariants({ input }: { readonly input: HTMLInputElement }) {
  const { t } = useTranslation();
  const letter = useLetterBeforeCaret(input);
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
