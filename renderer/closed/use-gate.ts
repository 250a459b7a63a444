import { useCallback, useEffect, useState } from 'react';
import type { KioskGate } from '../../domain/kiosk-gate.ts';
import { useKiosk } from '../kiosk.tsx';

/** Whether visitors may begin: asked for with all news, and when `ask` is called. Open until the host has said otherwise. */
export function useGate(): { readonly gate: KioskGate; readonly ask: () => void } {
  const { bridge, news } = useKiosk();
  const [gate, setGate] = useState<KioskGate>({ state: 'open' });
  const ask = useCallback(() => {
    bridge.gate({}).then(setGate, () => undefined);
  }, [bridge]);
  useEffect(ask, [ask, news]);
  return { gate, ask };
}
