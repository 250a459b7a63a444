import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { letterBeforeCaret, replaceLetter } from './edit.ts';
import { Key } from './key.tsx';
import { findVariants } from './letter-variants.ts';

/** The strip above the keys: the marked forms of the letter just written. */
export function LetterVariants({ input }: { readonly input: HTMLInputElement }) {
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
