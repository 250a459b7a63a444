import { z } from 'zod';
import { slugSchema } from '../event.ts';

/** The most seats that a kiosk holds ahead of visitors in one lease. */
export const maximumLease = 10;

/** POST /v1/leases. The id is the kiosk's, and the same id asked again gets the same lease. */
export const leaseRequestSchema = z.strictObject({
  id: z.uuid(),
  session: slugSchema,
  seats: z.int().min(1).max(maximumLease),
});
export type LeaseRequest = z.infer<typeof leaseRequestSchema>;

export const leaseSchema = z.object({
  id: z.uuid(),
  session: slugSchema,
  /** Granted: from 0, when none are left, to what was asked. */
  seats: z.int().min(0).max(maximumLease),
  /** Given back since, in all. */
  returned: z.int().min(0),
});
export type Lease = z.infer<typeof leaseSchema>;

/** POST /v1/leases/return: how many seats of it the kiosk will never use, in all; a lower number than before changes nothing. */
export const leaseReturnSchema = z.strictObject({ id: z.uuid(), returned: z.int().min(0) });

/** POST /v1/leases/report: what the kiosk still holds of the leases of an earlier hub. Answer: the same list. */
export const leaseReportSchema = z.strictObject({ leases: z.array(leaseSchema).max(1000) });
