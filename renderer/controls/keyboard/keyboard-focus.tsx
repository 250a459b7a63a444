import { createContext, use, useMemo, useState, type ReactNode } from 'react';

/** `own-script` can write Han characters by their sound; `code` has letters and digits only, `address` those of a machine's address. */
export type KeyboardLayout = 'text' | 'own-script' | 'search' | 'email' | 'phone' | 'code' | 'address';

interface Field {
  readonly input: HTMLInputElement;
  readonly layout: KeyboardLayout;
  /** Another field is another number: what was half typed belongs to the field before. */
  readonly number: number;
}

interface Keyboard {
  /** Where the keys write; null while there are none. */
  readonly field: Field | null;
  readonly attach: (input: HTMLInputElement, layout: KeyboardLayout) => void;
  readonly hide: () => void;
}

const KeyboardContext = createContext<Keyboard | null>(null);

export function useKeyboard(): Keyboard {
  const keyboard = use(KeyboardContext);
  if (!keyboard) throw new Error('useKeyboard needs a KeyboardProvider');
  return keyboard;
}

/** Knows which field the keys on the screen write to: the last one that was touched on this screen. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const [field, setField] = useState<Field | null>(null);
  const keyboard = useMemo<Keyboard>(
    () => ({
      field,
      attach: (input, layout) => {
        setField((before) => (before?.input === input ? before : { input, layout, number: (before?.number ?? 0) + 1 }));
      },
      hide: () => {
        field?.input.blur();
        setField(null);
      },
    }),
    [field],
  );
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}
