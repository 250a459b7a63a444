import { createContext, use, useMemo, useState, type ReactNode } from 'react';

export type KeyboardLayout = 'text' | 'search' | 'email' | 'phone';

interface Keyboard {
  readonly input: HTMLInputElement | null;
  readonly layout: KeyboardLayout;
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
  const [field, setField] = useState<{ input: HTMLInputElement; layout: KeyboardLayout } | null>(null);
  const keyboard = useMemo<Keyboard>(
    () => ({
      input: field?.input ?? null,
      layout: field?.layout ?? 'text',
      attach: (input, layout) => {
        setField({ input, layout });
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
