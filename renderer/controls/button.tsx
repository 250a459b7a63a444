import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import './button.css';

interface ButtonProps {
  /** `primary`: the one action that matters on a screen. */
  readonly kind?: 'primary' | 'outline' | 'quiet';
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Button({ kind = 'outline', icon, isDisabled = false, onPress, className = '', children }: ButtonProps) {
  return (
    <AriaButton className={`button button-${kind} ${className}`} isDisabled={isDisabled} onPress={onPress}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}
