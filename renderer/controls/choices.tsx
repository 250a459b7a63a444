import type { ReactNode } from 'react';
import {
  CheckboxButton,
  CheckboxField,
  CheckboxGroup,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
} from 'react-aria-components';
import { FieldError } from './field-error.tsx';
import './choices.css';

interface Option<Id extends string> {
  readonly id: Id;
  readonly name: ReactNode;
  readonly note?: ReactNode;
}

interface OneOfProps<Id extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly error?: string | null;
  readonly layout?: 'row' | 'column' | 'segments';
}

/** A choice of one, as cards or segments. Nothing is chosen beforehand unless `value` says so. */
export function OneOf<Id extends string>(props: OneOfProps<Id>) {
  const { label, hideLabel = false, options, value, onChange, error = null, layout = 'row' } = props;
  return (
    <RadioGroup
      className="choices"
      value={value}
      isInvalid={error !== null}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'label'}>{label}</Label>
      <div className={`choices-${layout}`}>
        {options.map((option) => (
          <RadioField key={option.id} value={option.id} className="choice-field">
            <RadioButton className="choice">
              <span className="choice-mark" aria-hidden="true" />
              <span className="choice-text">
                <span className="choice-name">{option.name}</span>
                {option.note === undefined ? null : <span className="note">{option.note}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldError>{error}</FieldError>
    </RadioGroup>
  );
}

interface AnyOfProps {
  readonly label: string;
  readonly note?: string;
  readonly options: readonly Option<string>[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** Any number of choices, as chips. */
export function AnyOf({ label, note, options, value, onChange }: AnyOfProps) {
  return (
    <CheckboxGroup className="choices" value={[...value]} onChange={onChange}>
      <Label className="label">
        {label} {note === undefined ? null : <span className="note">({note})</span>}
      </Label>
      <div className="chips">
        {options.map((option) => (
          <CheckboxField key={option.id} value={option.id} className="choice-field">
            <CheckboxButton className="chip">{option.name}</CheckboxButton>
          </CheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  );
}
