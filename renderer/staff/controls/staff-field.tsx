import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, type HTMLAttributes, type ReactNode } from 'react';
import { useKeyboard, type KeyboardLayout } from '../../controls/keyboard/keyboard-focus.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { StaffError } from './notice.tsx';

interface StaffFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly note?: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Of the keys on a kiosk's screen; a phone shows its own that come nearest. */
  readonly layout: KeyboardLayout;
  readonly error?: string | null;
  readonly icon?: ReactNode;
  /** Behind the text, such as what clears it. */
  readonly after?: ReactNode;
  readonly takesFocus?: boolean;
  readonly onEnter?: () => void;
}

const inputModes: Partial<Record<KeyboardLayout, HTMLAttributes<HTMLInputElement>['inputMode']>> = {
  email: 'email',
  phone: 'tel',
};

/** A field that takes the keys on a kiosk's screen, or whatever keyboard the device has. */
export function StaffField(props: StaffFieldProps) {
  const { label, hideLabel = false, note, placeholder, value, onChange, layout, error = null, icon } = props;
  const { after, takesFocus = false, onEnter } = props;
  const id = useId();
  const { client } = useStaffWorld();
  const keyboard = useKeyboard();
  const input = useRef<HTMLInputElement>(null);
  const isKiosk = client.place === 'kiosk';
  useLayoutEffect(() => {
    if (takesFocus) input.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const release = useEffectEvent((gone: HTMLInputElement | null) => {
    if (gone !== null && keyboard.field?.input === gone) keyboard.hide();
  });
  useEffect(() => {
    const own = input.current;
    return () => {
      // The keys would write into a field that is gone.
      release(own);
    };
  }, []);
  return (
    <div className="staff-field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'staff-label'}>
        {label} {note === undefined ? null : <span className="staff-note">({note})</span>}
      </label>
      <div className="staff-field-box">
        {icon}
        <input
          ref={input}
          id={id}
          value={value}
          placeholder={placeholder}
          dir="auto"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          inputMode={isKiosk ? 'none' : inputModes[layout]}
          enterKeyHint={onEnter ? 'search' : undefined}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : `${id}-error`}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
          }}
          onFocus={(event) => {
            if (isKiosk) keyboard.attach(event.currentTarget, layout);
          }}
        />
        {after}
      </div>
      <StaffError id={`${id}-error`}>{error}</StaffError>
    </div>
  );
}
