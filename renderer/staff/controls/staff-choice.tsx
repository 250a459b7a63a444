import { useId, type ReactNode } from 'react';
import { StaffError } from './notice.tsx';

interface Option<Id extends string> {
  readonly id: Id;
  readonly name: ReactNode;
  readonly note?: ReactNode;
  readonly isDisabled?: boolean;
}

interface StaffChoiceProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly error?: string | null;
  /** `column`: one below the other, with notes. */
  readonly layout?: 'row' | 'column';
}

/** One of several. Nothing is chosen beforehand unless `value` says so. */
export function StaffChoice<Id extends string>(props: StaffChoiceProps<Id>) {
  const { label, options, value, onChange, error = null, layout = 'row' } = props;
  const name = useId();
  return (
    <fieldset className="staff-choices" aria-describedby={error === null ? undefined : `${name}-error`}>
      <legend className="staff-label">{label}</legend>
      <div className={`staff-choices-${layout}`}>
        {options.map((option) => (
          <label key={option.id} className="staff-choice" data-disabled={option.isDisabled === true || undefined}>
            <input
              type="radio"
              name={name}
              checked={option.id === value}
              disabled={option.isDisabled}
              onChange={() => {
                onChange(option.id);
              }}
            />
            <span>
              {option.name}
              {option.note === undefined ? null : <span className="staff-note">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
      <StaffError id={`${name}-error`}>{error}</StaffError>
    </fieldset>
  );
}

interface StaffCheckProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
}

export function StaffCheck({ isChecked, onChange, children }: StaffCheckProps) {
  return (
    <label className="staff-choice">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={() => {
          onChange(!isChecked);
        }}
      />
      <span>{children}</span>
    </label>
  );
}
