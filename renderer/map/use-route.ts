import { useMemo } from 'react';
import type { FloorPlan } from '../../domain/floor-plan.ts';
import { createWalkNetwork, type WalkNetwork } from '../../domain/walk/network.ts';
import type { Route } from '../../domain/walk/route.ts';
import { planTour, type Tour } from '../../domain/walk/tour.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useKiosk } from '../kiosk.tsx';

/** How the visitor walks. */
interface WalkOptions {
  /** By lifts and ramps only. */
  readonly stepFree?: boolean;
}

/** A plan's ways are laid once, for all that ask. */
const networks = new WeakMap<FloorPlan, WalkNetwork>();

/** The ways of the event's floor plan; null when it has none. */
export function useWalkNetwork(): WalkNetwork | null {
  const { floorPlan } = useCatalogue();
  return floorPlan === null ? null : layNetwork(floorPlan);
}

function layNetwork(plan: FloorPlan): WalkNetwork {
  const laid = networks.get(plan) ?? createWalkNetwork(plan);
  networks.set(plan, laid);
  return laid;
}

/** The way from this kiosk to a place, or null when the plan knows none. */
export function useRoute(to: string | null, { stepFree = false }: WalkOptions = {}): Route | null {
  const network = useWalkNetwork();
  const from = useKiosk().greeting.kiosk.place;
  return useMemo(() => {
    if (!network || from === null || to === null) return null;
    const route = network.findRoute({ from, to, stepFree });
    return route.ok ? route.value : null;
  }, [network, from, to, stepFree]);
}

/**
 * The shortest walk from this kiosk over all of the stops, or null when the plan knows no ways. The same as long as the stops are.
 * @param stops ids of places in any order
 */
export function useTour(stops: readonly string[], { stepFree = false }: WalkOptions = {}): Tour | null {
  const network = useWalkNetwork();
  const from = useKiosk().greeting.kiosk.place;
  // By name: a list made anew with each paint is no other walk.
  const names = stops.join(' ');
  return useMemo(() => {
    if (!network || from === null) return null;
    return planTour({ network, from, stops: names === '' ? [] : names.split(' '), stepFree });
  }, [network, from, names, stepFree]);
}

/** To the full minute, at least one. */
export function walkingMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
