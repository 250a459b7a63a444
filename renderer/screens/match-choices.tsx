import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import './match.css';

export interface MatchChoice {
  readonly id: string;
  readonly name: ReactNode;
}

interface MatchChoicesProps {
  readonly label: string;
  readonly choices: readonly MatchChoice[];
  readonly chosen: readonly string[];
  readonly onChange: (id: string, isChosen: boolean) => void;
  /** After the choices, in their row. */
  readonly more?: { readonly name: string; readonly onPress: () => void } | null;
}

/**
 * At most seven large choices. Each is a switch of its own and no radio: a radio is chosen by passing over it with the arrow keys, and here a choice
 * of one leads on.
 */
export function MatchChoices({ label, choices, chosen, onChange, more = null }: MatchChoicesProps) {
  return (
    <div className="match-choices" role="group" aria-label={label}>
      {choices.map(({ id, name }) => (
        <ToggleButton
          key={id}
          className="choice match-choice"
          isSelected={chosen.includes(id)}
          onChange={(isChosen) => {
            onChange(id, isChosen);
          }}
        >
          {name}
        </ToggleButton>
      ))}
      {more ? (
        <Button className="choice match-choice match-more" onPress={more.onPress}>
          {more.name}
        </Button>
      ) : null}
    </div>
  );
}
