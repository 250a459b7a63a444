import { useEffect, useMemo, useState } from 'react';
import { staffBadgePattern, type Staff } from '../../domain/staff/staff-member.ts';
import { KeyboardProvider } from '../controls/keyboard/keyboard-focus.tsx';
import { useScanner } from '../scan/use-scanner.ts';
import { StaffFrame } from './frame/staff-frame.tsx';
import { listPagesOf } from './pages.ts';
import type { StaffClient, StaffScope } from './staff-client.ts';
import { StaffWorldContext, type StaffRoute, type StaffWorld } from './staff-world.tsx';
import { useEventOfHub } from './use-event-of-hub.ts';
import { useLanguage } from './use-staff-words.ts';
import './staff.css';

export interface StaffAppProps {
  readonly client: StaffClient;
  readonly staff: Staff;
  readonly scope: StaffScope;
  /** Out of staff mode; in a kiosk `register` leads to the visitor's own form. */
  readonly onLeave: (to?: 'register') => void;
}

/** What staff see once they are signed in, in a kiosk and in a browser. */
export function StaffApp({ client, staff, scope, onLeave }: StaffAppProps) {
  const language = useLanguage();
  const pages = useMemo(() => listPagesOf(staff.role), [staff.role]);
  const [route, go] = useState<StaffRoute>(() => ({ page: firstPage(pages, scope) }));
  const [query, setQuery] = useState('');
  const { event, ask: askEvent } = useEventOfHub(client, scope);
  useTouches(client);
  useScanner((code) => {
    if (staffBadgePattern.test(code) || !pages.some(({ name }) => name === 'find')) return;
    setQuery(code);
    go({ page: 'find' });
  });
  const world = useMemo<StaffWorld>(
    () => ({
      ...{ client, staff, scope, language, event, askEvent, route, go, query, setQuery },
      leave: onLeave,
    }),
    [client, staff, scope, language, event, askEvent, route, query, onLeave],
  );
  return (
    <StaffWorldContext value={world}>
      <KeyboardProvider>
        <StaffFrame pages={pages} />
      </KeyboardProvider>
    </StaffWorldContext>
  );
}

/** Without the hub the printers, which are asked for most. */
function firstPage(pages: ReturnType<typeof listPagesOf>, scope: StaffScope): StaffRoute['page'] {
  return scope === 'local' ? 'printers' : (pages[0]?.name ?? 'kiosks');
}

/** Fingers and keys say that somebody is still there. */
function useTouches(client: StaffClient): void {
  useEffect(() => {
    const touch = () => {
      client.touch();
    };
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, touch, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touch);
    };
  }, [client]);
}
