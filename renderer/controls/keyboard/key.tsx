import type { ReactNode } from 'react';

export function KeyRow({ children }: { readonly children: ReactNode }) {
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
export function Key({ label, kind = 'letter', isOn, onPress, children }: KeyProps) {
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

interface KeysProps {
  readonly keys: string | readonly string[];
  readonly onPress: (label: string) => void;
}

/** One key for each character. */
export function Keys({ keys, onPress }: KeysProps) {
  return Array.from(keys, (key) => <Key key={key} label={key} onPress={onPress} />);
}
