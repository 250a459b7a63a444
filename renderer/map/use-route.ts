import { useMemo } from 'react';
import { findRoute, type Route } from '../../domain/route.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useKiosk } from '../kiosk.tsx';

/** The way from this kiosk to a place, or null when the plan knows none. */
export function useRoute(to: string | null): Route | null {
  const { floorPlan } = useCatalogue();
  const from = useKiosk().greeting.kiosk.place;
  return useMemo(() => {
    if (!floorPlan || from === null || to === null) return null;
    const route = findRoute({ plan: floorPlan, from, to });
    return route.ok ? route.value : null;
  }, [floorPlan, from, to]);
}

/** An easy walk through a crowd, 1 m/s, to the full minute. */
export function walkingMinutes(metres: number): number {
  return Math.max(1, Math.round(metres / 60));
}
