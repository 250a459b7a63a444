import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { staffBadgePattern, type Credentials } from '../../domain/staff/staff-member.ts';
import type { BridgeClient } from '../bridge.ts';
import { useKiosk } from '../kiosk.tsx';
import { createKioskClient, type KioskClient } from '../staff/kiosk-client.ts';
import type { SignedIn, SignInFailure } from '../staff/staff-client.ts';

export type StaffState =
  | { readonly kind: 'away' }
  /** `failure`: why the last try let nobody in. */
  | { readonly kind: 'pad'; readonly isChecking: boolean; readonly failure: SignInFailure | null }
  | { readonly kind: 'in'; readonly signedIn: SignedIn };

export interface StaffEntry {
  readonly client: KioskClient;
  readonly state: StaffState;
  readonly openPad: () => void;
  readonly closePad: () => void;
  readonly signIn: (credentials: Credentials) => void;
  /** Whether the code is a staff badge's; then it signs in, and nobody else gets to see it. */
  readonly takeBadge: (code: string) => boolean;
  /** Signs out and gives the kiosk back. */
  readonly leave: () => void;
}

const away: StaffState = { kind: 'away' };
const emptyPad: StaffState = { kind: 'pad', isChecking: false, failure: null };

function connectStaff(bridge: BridgeClient, kiosk: string): KioskClient {
  return createKioskClient({
    bridge,
    kiosk,
    now: () => performance.now(),
    every(milliseconds, action) {
      const timer = setInterval(action, milliseconds);
      return () => {
        clearInterval(timer);
      };
    },
  });
}

/** Whether staff are at this kiosk, and how they come in. Neither PIN nor badge is kept beyond the call. */
export function useStaffEntry(): StaffEntry {
  const { bridge, greeting } = useKiosk();
  const [state, setState] = useState<StaffState>(away);
  /** What came after makes an answer to what was asked before nobody's. */
  const attempt = useRef(0);
  const client = useMemo(() => connectStaff(bridge, greeting.kiosk.id), [bridge, greeting.kiosk.id]);
  useEffect(
    () =>
      client.onEnded(() => {
        setState(away);
      }),
    [client],
  );

  const signIn = useCallback(
    (credentials: Credentials) => {
      attempt.current += 1;
      const mine = attempt.current;
      setState({ kind: 'pad', isChecking: true, failure: null });
      void client.signIn(credentials).then((answer) => {
        if (mine !== attempt.current) {
          // Whoever it was has left: staff mode must not open for who stands there now.
          if (answer.ok) void client.signOut();
          return;
        }
        setState(
          answer.ok
            ? { kind: 'in', signedIn: answer.value }
            : { kind: 'pad', isChecking: false, failure: answer.reason },
        );
      });
    },
    [client],
  );
  const leave = useCallback(() => {
    attempt.current += 1;
    setState(away);
    void client.signOut();
  }, [client]);

  return useMemo(
    () => ({
      client,
      state,
      openPad() {
        setState((now) => (now.kind === 'away' ? emptyPad : now));
      },
      closePad: leave,
      signIn,
      takeBadge(code) {
        const badge = code.trim();
        if (!staffBadgePattern.test(badge)) return false;
        signIn({ by: 'badge', badge });
        return true;
      },
      leave,
    }),
    [client, state, signIn, leave],
  );
}

export const StaffEntryContext = createContext<Pick<StaffEntry, 'takeBadge' | 'openPad'> | null>(null);

/** For whatever reads a code: a staff badge is none of a visitor's. */
export function useStaffBadge(): (code: string) => boolean {
  const entry = use(StaffEntryContext);
  return (code) => entry?.takeBadge(code) ?? false;
}
