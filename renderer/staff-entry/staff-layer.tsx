import type { StaffEntry } from './use-staff-entry.ts';
import { PinPad } from './pin-pad.tsx';
import { StaffMode } from './staff-mode.tsx';

interface StaffLayerProps {
  readonly entry: StaffEntry;
  /** Out of staff mode, back to what lies below or to a visit that begins. */
  readonly onLeave: (to?: 'register') => void;
}

/** What covers the kiosk while staff are at it. A visit under way lies unharmed below. */
export function StaffLayer({ entry, onLeave }: StaffLayerProps) {
  const { state } = entry;
  switch (state.kind) {
    case 'away':
      return null;
    case 'pad':
      return <PinPad entry={entry} isChecking={state.isChecking} failure={state.failure} />;
    case 'in':
      return <StaffMode client={entry.client} signedIn={state.signedIn} onLeave={onLeave} />;
  }
}
