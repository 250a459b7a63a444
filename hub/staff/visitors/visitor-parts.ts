import type { VisitorSearch } from '../../people/search/search.ts';
import type { OperatorParts } from '../../operator/operator-parts.ts';
import type { Desk } from './desk.ts';

/** What the calls about visitors are made of. */
export interface VisitorParts extends OperatorParts {
  readonly search: VisitorSearch;
  readonly desk: Desk;
}
