import type { FloorChanger } from './route.ts';

export type Turn = 'left' | 'right';

/** One thing to do on the way, as a code with what it is about; the words are the renderer's. */
export type RouteStep =
  | {
      readonly kind: 'set-off';
      /** Id of the place: a kiosk, a stand, the lift that one comes out of. */
      readonly from: string;
      /** Seen from the kiosk's screen, or with the place behind one's back; null when nobody knows where one looks. */
      readonly turn: Turn | 'ahead' | 'around' | null;
      readonly seenFrom: 'screen' | 'door';
    }
  | {
      readonly kind: 'turn';
      readonly turn: Turn;
      /** Of the ways that leave to that side since the last step: 1 is the first. */
      readonly nth: number;
      /** True when the way does not go straight on there. */
      readonly isEnd: boolean;
      /** Id of a place at the corner, at which nothing else is meant; null when there is none. */
      readonly landmark: string | null;
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
      /** Of the stands on that side since the last step: 1 is the first; null when they cannot be counted. */
      readonly nth: number | null;
    };
