import { useMemo } from 'react';
import { findResearch, type MatchPlace } from '../../domain/match/fit-matter.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useWalkNetwork } from '../map/use-route.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';

/** What "Match me" knows of the event and of where this kiosk stands. */
export function useMatchPlace(): MatchPlace {
  const { event } = useCatalogue();
  const secondsTo = useSecondsTo();
  return useMemo(
    () => ({ day: event.days[0]?.date ?? '', research: findResearch(event.functions), secondsTo }),
    [event, secondsTo],
  );
}

/** Of the way from here to the nearest stand of each company that has one. */
function useSecondsTo(): ReadonlyMap<string, number> {
  const { companies, standByLabel } = useCatalogue();
  const from = useKiosk().greeting.kiosk.place;
  const network = useWalkNetwork();
  const { isStepFree } = useShortlist();
  return useMemo(() => {
    const seconds = new Map<string, number>();
    if (!network || from === null) return seconds;
    for (const { id, stands } of companies) {
      const ways = stands.flatMap((label) => {
        const to = standByLabel.get(label)?.properties.id;
        const route = to === undefined ? null : network.findRoute({ from, to, stepFree: isStepFree });
        return route?.ok ? [route.value.seconds] : [];
      });
      if (ways.length > 0) seconds.set(id, Math.min(...ways));
    }
    return seconds;
  }, [companies, standByLabel, from, network, isStepFree]);
}
