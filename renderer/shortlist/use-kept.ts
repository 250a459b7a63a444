import { useMemo } from 'react';
import type { Shortlist } from '../../domain/shortlist.ts';
import { groupByBooth, type KeptByBooth } from '../../domain/shortlist/group-by-booth.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';

/** A shortlist as the event has it now. */
export function useKept(shortlist: Shortlist): KeptByBooth {
  const catalogue = useCatalogue();
  return useMemo(() => groupByBooth(shortlist, catalogue), [shortlist, catalogue]);
}
