import { useEffect, useState } from 'react';
import { decodeSyllables, type Syllables } from './syllables.ts';

/** How letters become Han characters; `latin` leaves them letters. */
export const hanMethods = ['jyutping', 'pinyin', 'latin'] as const;
export type HanMethod = (typeof hanMethods)[number];

/** The characters of a method, loaded when it is first used; null until then. */
export function useSyllables(method: HanMethod): Syllables | null {
  const [loaded, setLoaded] = useState<{ method: HanMethod; syllables: Syllables } | null>(null);
  useEffect(() => {
    if (method === 'latin') return;
    let isCurrent = true;
    void import('virtual:han-readings').then((readings) => {
      if (isCurrent) setLoaded({ method, syllables: decodeSyllables(readings[method]) });
    });
    return () => {
      isCurrent = false;
    };
  }, [method]);
  return loaded?.method === method ? loaded.syllables : null;
}
