import { staffCallNames, staffCalls, type StaffCall, type StaffRefusal } from '../../domain/protocol/staff-calls.ts';
import { err, type Result } from '../../domain/result.ts';
import { refuse, type Refusal } from '../api/refusal.ts';
import { defineRoute, type Route } from '../api/route.ts';
import type { Store } from '../store/store.ts';
import { createOverviewNotes } from './note-overviews.ts';
import type { StaffSession } from './staff-session.ts';
import type { StaffRoutes } from './staff-routes.ts';

/** Bytes of the calls that bring pictures: a raster of 4096 by 8192 dots as base64, and a badge layout with its logo. */
const bodyLimits: Partial<Record<StaffCall, number>> = { order: 6 * 1024 * 1024 };

/** POST /v1/staff/<name> for each call of the table. */
export function createStaffCallRoutes(routes: StaffRoutes, store: Store): Route[] {
  const note = createOverviewNotes(store);
  return staffCallNames.map((name) => {
    const { roles, input } = staffCalls[name];
    const bodyLimit = bodyLimits[name];
    const call = routes[name] as (input: unknown, session: StaffSession) => Promise<Result<unknown, StaffRefusal>>;
    return defineRoute({
      method: 'POST',
      path: `/v1/staff/${name}`,
      access: 'staff',
      roles,
      body: input,
      ...(bodyLimit !== undefined && { bodyLimit }),
      async answer({ body }, session): Promise<Result<unknown, Refusal>> {
        const noted = await note(name, session);
        if (!noted.ok) return err(refuse(noted.reason));
        const answer = await call(body, session);
        return answer.ok ? answer : err(refuse(answer.reason));
      },
    });
  });
}
