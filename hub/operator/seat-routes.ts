import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import type { OperatorParts } from './operator-parts.ts';

/** GET /v1/operator/seats */
export function listSeats({ store }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/seats',
    access: 'operator',
    async answer() {
      const sessions = await store.seats.list();
      if (!sessions.ok) return err(refuse(sessions.reason));
      const areOpen = await store.seats.areOpen();
      if (!areOpen.ok) return err(refuse(areOpen.reason));
      return ok({ areOpen: areOpen.value, sessions: sessions.value });
    },
  });
}

/** POST /v1/operator/seats: whether kiosks get seats to give away. */
export function setSeats({ store, logger }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/seats',
    access: 'operator',
    body: z.strictObject({ areOpen: z.boolean() }),
    async answer({ body: { areOpen } }) {
      const subjects = [areOpen ? 'open' : 'close'];
      const set = await store.noting({ session: null, action: 'seats', subjects }).seats.setOpen(areOpen);
      if (!set.ok) return err(refuse(set.reason));
      logger.info({ areOpen }, 'seats');
      return ok({ areOpen });
    },
  });
}
