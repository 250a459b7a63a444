import { createContext, use } from 'react';
import type { Greeting } from '../electron/bridge/greet.ts';
import type { BridgeClient } from './bridge.ts';
import type { Database } from './catalogue/database.ts';
import type { CatalogueSearch } from './search/catalogue-search.ts';

/** What every visit on this machine shares. */
export interface Kiosk {
  readonly greeting: Greeting;
  readonly bridge: BridgeClient;
  readonly database: Database;
  readonly search: CatalogueSearch;
  /** Another number whenever the host had something new: what was asked of it before may be old. */
  readonly news: number;
}

export const KioskContext = createContext<Kiosk | null>(null);

export function useKiosk(): Kiosk {
  const kiosk = use(KioskContext);
  if (!kiosk) throw new Error('useKiosk needs a KioskContext');
  return kiosk;
}
