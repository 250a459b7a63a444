import type { OperatorParts } from '../operator/operator-parts.ts';
import type { Orders } from './orders.ts';
import type { Presence } from './presence.ts';
import type { Tally } from './tally.ts';

/**
 * What the calls of staff are made of: `store` (with `store.audit.append` for what was only seen and `store.noting(deed)` for what changes
 * something), `vault`, `identity`, `now`, `random`, `news` and the rest that the operator's routes have.
 */
export interface StaffParts extends OperatorParts {
  readonly orders: Orders;
  readonly presence: Presence;
  readonly tally: Tally;
}
