import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

interface StaffButtonProps {
  /** `primary`: the one action that matters; `danger`: what cannot be undone; `quiet`: a way out. */
  readonly kind?: 'primary' | 'outline' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
  readonly isDisabled?: boolean;
  /** For buttons of which several look alike: says whose. */
  readonly label?: string;
  readonly isExpanded?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function StaffButton(props: StaffButtonProps) {
  const { kind = 'outline', icon: Icon, isDisabled = false, label, isExpanded, onPress, children } = props;
  return (
    <Button
      className={`staff-button staff-button-${kind}`}
      isDisabled={isDisabled}
      onPress={onPress}
      {...(label !== undefined && { 'aria-label': label })}
      {...(isExpanded !== undefined && { 'aria-expanded': isExpanded })}
    >
      {Icon ? <Icon aria-hidden="true" /> : null}
      <span>{children}</span>
    </Button>
  );
}
