import { useCallback, useEffect, useState } from 'react';
import type { EventDetails } from '../../domain/event.ts';
import type { StaffClient, StaffScope } from './staff-client.ts';

const retryAfterMilliseconds = 5000;

/** The event as the hub has it, with the badge layout in force. Asked for until there is one, and on `ask`. */
export function useEventOfHub(client: StaffClient, scope: StaffScope) {
  const [event, setEvent] = useState<EventDetails | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (scope === 'local') return undefined;
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const [me, badge] = await Promise.all([client.call('me', {}), client.call('badgeLayout', {})]);
      if (!isWanted) return;
      if (me.ok && me.value.event) {
        const layout = badge.ok ? badge.value.layout : null;
        setEvent(layout === null ? me.value.event : { ...me.value.event, badge: layout });
        return;
      }
      timer = setTimeout(() => void ask(), retryAfterMilliseconds);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, scope, turn]);
  const ask = useCallback(() => {
    setTurn((number) => number + 1);
  }, []);
  return { event, ask };
}
