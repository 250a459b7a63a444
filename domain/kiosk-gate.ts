import { z } from 'zod';

/**
 * Why a kiosk takes no visitors. `not-ready`: its last examination was red and no supervisor has let it go live all the same;
 * `disk-full`: too little room is left to promise that a registration is kept.
 */
export const closedReasons = ['not-ready', 'disk-full'] as const;
export type ClosedReason = (typeof closedReasons)[number];

/** Whether visitors may begin. Somebody who is at the kiosk when it closes finishes first. */
export const kioskGateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open') }),
  z.strictObject({ state: z.literal('closed'), reason: z.enum(closedReasons) }),
]);
export type KioskGate = z.infer<typeof kioskGateSchema>;
