import { err } from '../../domain/result.ts';
import type { OperatorParts } from '../operator/operator-parts.ts';
import type { StaffRoutes } from './staff-routes.ts';

const names = [
  'findVisitors',
  'readVisitor',
  'readAttendee',
  'checkIn',
  'register',
  'correct',
  'noteReprint',
  'listPairs',
  'decidePair',
  'mergeVisitors',
  'eraseVisitor',
] as const;
type VisitorCall = (typeof names)[number];

export interface VisitorCalls {
  readonly calls: Pick<StaffRoutes, VisitorCall>;
  /** Registrations that the search knows, and how many there are. */
  progress(): { indexed: number; toIndex: number };
  /** Records came, were purged, or the event's key was given. */
  readonly ring: () => void;
  readonly stop: () => void;
}

export function createVisitorCalls(_parts: OperatorParts): VisitorCalls {
  const unavailable = () => Promise.resolve(err('unavailable'));
  return {
    calls: Object.fromEntries(names.map((name) => [name, unavailable])) as unknown as Pick<StaffRoutes, VisitorCall>,
    progress: () => ({ indexed: 0, toIndex: 0 }),
    ring: () => undefined,
    stop: () => undefined,
  };
}
