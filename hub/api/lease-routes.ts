import type { z } from 'zod';
import { leaseReportSchema, leaseRequestSchema, leaseReturnSchema, type Lease } from '../../domain/protocol/seats.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { HubParts } from './hub-parts.ts';
import { refuse, type Refusal } from './refusal.ts';
import { defineRoute } from './route.ts';

/** POST /v1/leases */
export function lease({ store }: HubParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/leases',
    access: 'kiosk',
    body: leaseRequestSchema,
    async answer({ body }, { kiosk }): Promise<Result<Lease, Refusal>> {
      const granted = await store.seats.lease({ ...body, kiosk });
      return granted.ok ? granted : err(refuse(granted.reason));
    },
  });
}

/** POST /v1/leases/return */
export function giveBackSeats({ store }: HubParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/leases/return',
    access: 'kiosk',
    body: leaseReturnSchema,
    async answer({ body }, { kiosk }): Promise<Result<Lease, Refusal>> {
      const returned = await store.seats.giveBack({ ...body, kiosk });
      return returned.ok ? returned : err(refuse(returned.reason));
    },
  });
}

/** POST /v1/leases/report */
export function reportLeases({ store }: HubParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/leases/report',
    access: 'kiosk',
    body: leaseReportSchema,
    async answer({ body }, { kiosk }): Promise<Result<z.infer<typeof leaseReportSchema>, Refusal>> {
      const leases = await store.seats.report({ kiosk, leases: body.leases });
      return leases.ok ? ok({ leases: leases.value }) : err(refuse(leases.reason));
    },
  });
}
