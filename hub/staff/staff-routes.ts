import type { z } from 'zod';
import type { staffCalls, StaffAnswer, StaffCall, StaffRefusal } from '../../domain/protocol/staff-calls.ts';
import type { Result } from '../../domain/result.ts';
import { createEventCalls } from './event-calls.ts';
import { createMachineCalls } from './machine-calls.ts';
import { createSettingsCalls } from './settings-calls.ts';
import type { StaffParts } from './staff-parts.ts';
import type { StaffSession } from './staff-session.ts';
import type { VisitorCalls } from './visitor-calls.ts';

/** What a call is given, checked and with its defaults. */
export type StaffAsked<Name extends StaffCall> = z.output<(typeof staffCalls)[Name]['input']>;

/** One function for each call of the table. Whoever calls it has the role for it. */
export type StaffRoutes = {
  readonly [Name in StaffCall]: (
    input: StaffAsked<Name>,
    session: StaffSession,
  ) => Promise<Result<StaffAnswer<Name>, StaffRefusal>>;
};

export function createStaffRoutes(parts: StaffParts, visitors: VisitorCalls): StaffRoutes {
  return {
    ...visitors.calls,
    ...createMachineCalls(parts),
    ...createSettingsCalls(parts),
    ...createEventCalls(parts, visitors),
  };
}
