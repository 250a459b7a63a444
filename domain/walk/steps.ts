import { floorsOf, type FloorPlan } from '../floor-plan.ts';
import type { FloorChanger, Route } from './route.ts';
import { describeLeg } from './steps/describe-leg.ts';
import type { Direction, Turn } from './steps/headings.ts';

/** One thing to do on the way, as a code with what it is about; the words are the renderer's. */
export type RouteStep =
  | {
      readonly kind: 'set-off';
      /** Id of the place: a kiosk, a stand, the lift that one comes out of. */
      readonly from: string;
      /** Seen from the kiosk's screen, or with the place behind one's back; null when nobody knows where one looks. */
      readonly direction: Direction | null;
      readonly seenFrom: 'screen' | 'door';
      /** Id of a place that one walks towards; null when there is none. */
      readonly towards: string | null;
      /** To the next step. */
      readonly metres: number;
    }
  | {
      readonly kind: 'turn';
      readonly turn: Turn;
      /** Of the ways that leave to that side since the last step: 1 is the first. */
      readonly nth: number;
      /** True when the way does not go straight on there. */
      readonly isEnd: boolean;
      /** Id of a place at the corner that is at no corner before it; null when there is none. */
      readonly landmark: string | null;
      /** To the next step. */
      readonly metres: number;
    }
  | {
      readonly kind: 'change-floor';
      readonly by: FloorChanger;
      readonly isUp: boolean;
      /** Id of the floor. */
      readonly to: string;
      /** Id of the lift, escalator or stairs. */
      readonly place: string;
      readonly side: Turn | 'ahead';
    }
  | {
      readonly kind: 'arrive';
      /** Id of the place. */
      readonly place: string;
      readonly side: Turn | 'ahead';
      /** Of the stands on that side since the last step: 1 is the first; null when there is nothing to count. */
      readonly nth: number | null;
    };

/**
 * What a person does to follow a route, typically two to five steps: small bends are left out, turns are told by what stands there or by
 * counting, and what one looks for by counting stands.
 * @param task.facing where a visitor looks who stands at the start, degrees clockwise from up on the plan; null when nobody knows
 */
export function describeRoute(task: {
  readonly plan: FloorPlan;
  readonly route: Route;
  readonly facing: number | null;
}): readonly RouteStep[] {
  const { plan, route } = task;
  const ordinals = new Map(floorsOf(plan).map(({ id, ordinal }) => [id, ordinal]));
  return route.legs.flatMap((leg, index): RouteStep[] => {
    const [cameBy, goesBy] = [route.changes[index - 1], route.changes[index]];
    const from = cameBy?.out ?? route.from;
    const to = goesBy?.place ?? route.to;
    const { steps, side, nth } = describeLeg({ plan, leg, from, to, facing: cameBy ? null : task.facing });
    if (goesBy === undefined) return [...steps, { kind: 'arrive', place: to, side, nth }];
    const isUp = (ordinals.get(goesBy.to) ?? 0) > (ordinals.get(goesBy.from) ?? 0);
    return [...steps, { kind: 'change-floor', by: goesBy.by, isUp, to: goesBy.to, place: to, side }];
  });
}
