import { Component, type ReactNode } from 'react';

interface CrashGuardProps {
  /** Ends the visit: what was on the screen cannot be trusted any more. */
  readonly onCrash: () => void;
  readonly children: ReactNode;
}

/** A screen that fails must not leave a dead kiosk: the visit is wiped and the attract loop comes back. */
export class CrashGuard extends Component<CrashGuardProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override componentDidCatch() {
    this.props.onCrash();
  }

  override render() {
    return this.state.hasCrashed ? null : this.props.children;
  }
}
