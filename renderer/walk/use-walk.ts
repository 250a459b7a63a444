import { useMemo } from 'react';
import type { Session } from '../../domain/session.ts';
import type { KeptByBooth } from '../../domain/shortlist/group-by-booth.ts';
import { findSessionsOnWay } from '../../domain/shortlist/sessions-on-way.ts';
import type { Route } from '../../domain/walk/route.ts';
import type { Tour } from '../../domain/walk/tour.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useTour } from '../map/use-route.ts';
import { useKept } from '../shortlist/use-kept.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { toEventLocal, useNow } from '../visit/clock.tsx';
import { listStops, type WalkStop } from './list-stops.ts';

export interface PlannedStop extends WalkStop {
  /** From 1. */
  readonly number: number;
  /** From the stop before, or from this kiosk; null when no way is known. */
  readonly route: Route | null;
  /** A session that falls on that way. */
  readonly onWay: Session | null;
}

export interface Walk {
  readonly kept: KeptByBooth;
  /** In the order of walking. */
  readonly planned: readonly PlannedStop[];
  /** Where the visitor has been; these are walked to no more. */
  readonly visited: readonly WalkStop[];
  /** To which no way leads. */
  readonly unreachable: readonly WalkStop[];
  /** The same until it leads elsewhere; null when no ways are known. */
  readonly tour: Tour | null;
}

/** The walk over the shortlist from this kiosk, as short as it can be. */
export function useWalk(): Walk {
  const { event, sessions, floorPlan, placeById } = useCatalogue();
  const { entries, visited, isStepFree } = useShortlist();
  const kept = useKept(entries);
  const now = toEventLocal(useNow(), event.timeZone);
  const stops = useMemo(() => listStops(kept, now, (id) => placeById.has(id)), [kept, now, placeById]);
  const open = useMemo(() => stops.filter(({ place }) => !visited.has(place)), [stops, visited]);
  const tour = useTour(
    open.map(({ place }) => place),
    { stepFree: isStepFree },
  );
  const onWay = useMemo(() => {
    if (!floorPlan || !tour) return [];
    const wanted = new Set(kept.sessions.map(({ id }) => id));
    return findSessionsOnWay({ plan: floorPlan, routes: tour.routes, sessions, wanted, now });
  }, [floorPlan, tour, sessions, kept, now]);
  return useMemo(() => {
    const byPlace = new Map(open.map((stop) => [stop.place, stop]));
    const order = tour ? tour.stops : open.map(({ place }) => place);
    const planned = order.flatMap((place, index): PlannedStop[] => {
      const stop = byPlace.get(place);
      const route = tour?.routes[index] ?? null;
      // A room that is a stop itself needs no telling that it is on the way.
      const session = onWay[index] ?? null;
      const isToldAlready = session !== null && byPlace.has(session.place ?? '');
      return stop ? [{ ...stop, number: index + 1, route, onWay: isToldAlready ? null : session }] : [];
    });
    return {
      kept,
      planned,
      visited: stops.filter(({ place }) => visited.has(place)),
      unreachable: open.filter(({ place }) => tour?.unreachable.includes(place)),
      tour,
    };
  }, [kept, stops, open, visited, tour, onWay]);
}
