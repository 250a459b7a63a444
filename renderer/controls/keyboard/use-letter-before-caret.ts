import { useSyncExternalStore } from 'react';
import { letterBeforeCaret } from './edit.ts';

/** What stands before the caret, also when only the caret has moved. */
export function useLetterBeforeCaret(input: HTMLInputElement): string {
  return useSyncExternalStore(
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
}
