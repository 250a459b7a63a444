import { useEffect, useRef, type ReactNode } from 'react';
import { Input, Label, TextField as AriaTextField } from 'react-aria-components';
import { FieldError } from './field-error.tsx';
import { useKeyboard, type KeyboardLayout } from './keyboard/keyboard-focus.tsx';
import './text-field.css';

interface TextFieldProps {
  readonly label: string;
  readonly note?: string;
  readonly hideLabel?: boolean;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly layout: KeyboardLayout;
  readonly error?: string | null;
  readonly icon?: ReactNode;
  /** Takes the keyboard as soon as it appears. */
  readonly takesFocus?: boolean;
  readonly language?: string;
  /** Enter on a real keyboard. */
  readonly onEnter?: () => void;
}

/** A field that is written with the keys on the screen, or with any keyboard there is. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    note,
    hideLabel = false,
    placeholder,
    value,
    onChange,
    layout,
    error = null,
    icon,
    takesFocus = false,
  } = props;
  const input = useRef<HTMLInputElement>(null);
  const keyboard = useKeyboard();
  useEffect(() => {
    // The keys have just taken the lower part of the screen.
    const field = keyboard.field;
    if (field?.input === input.current) field.input.scrollIntoView({ block: 'nearest' });
  }, [keyboard.field, error]);
  useEffect(() => {
    if (takesFocus) input.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <AriaTextField
      className="text-field"
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      autoComplete="off"
    >
      <Label className={hideLabel ? 'visually-hidden' : 'label'}>
        {label} {note === undefined ? null : <span className="note">({note})</span>}
      </Label>
      <div className="text-field-box">
        {icon}
        <Input
          ref={input}
          placeholder={placeholder}
          lang={props.language}
          dir="auto"
          inputMode="none"
          spellCheck={false}
          autoCorrect="off"
          autoCapitalize="off"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter?.();
          }}
          onFocus={(event) => {
            keyboard.attach(event.currentTarget, layout);
          }}
        />
      </div>
      <FieldError>{error}</FieldError>
    </AriaTextField>
  );
}
