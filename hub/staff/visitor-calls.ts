import { createLateOrders } from '../erasure/late-orders.ts';
import type { OperatorParts } from '../operator/operator-parts.ts';
import { createVisitorSearch } from '../people/search/search.ts';
import type { StaffRoutes } from './staff-routes.ts';
import { createDesk } from './visitors/desk.ts';
import { createDeskCalls } from './visitors/desk-calls.ts';
import { createEraseCall } from './visitors/erase-call.ts';
import { createFindCalls } from './visitors/find-calls.ts';
import { createPairCalls } from './visitors/pair-calls.ts';

type VisitorCall =
  | 'findVisitors'
  | 'readVisitor'
  | 'readAttendee'
  | 'checkIn'
  | 'register'
  | 'correct'
  | 'noteReprint'
  | 'listPairs'
  | 'decidePair'
  | 'mergeVisitors'
  | 'eraseVisitor';

export interface VisitorCalls {
  readonly calls: Pick<StaffRoutes, VisitorCall>;
  /** Registrations that the search knows, and how many there are. */
  progress(): { indexed: number; toIndex: number };
  /** Records came, were purged, or the event's key was given. */
  ring(): void;
  stop(): void;
}

/** @param given `elapsed`: milliseconds that only go forward */
export function createVisitorCalls(given: OperatorParts & { readonly elapsed: () => number }): VisitorCalls {
  const { store, vault, identity, logger } = given;
  const search = createVisitorSearch({ store, vault, logger, clock: given.elapsed });
  const late = createLateOrders({ store, sign: identity.sign, logger });
  const parts = { ...given, search, desk: createDesk(given) };
  return {
    calls: {
      ...createFindCalls(parts),
      ...createDeskCalls(parts),
      ...createPairCalls(parts),
      ...createEraseCall(parts),
    },
    progress: () => search.progress(),
    ring() {
      search.ring();
      late.ring();
    },
    stop() {
      search.stop();
      late.stop();
    },
  };
}
