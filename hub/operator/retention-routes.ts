import { z } from 'zod';
import { purposes } from '../../domain/retention.ts';
import { err, ok } from '../../domain/result.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import type { OperatorParts } from './operator-parts.ts';

/** GET /v1/operator/purge: when what has to be gone. */
export function listDue({ clock }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/purge',
    access: 'operator',
    async answer() {
      const due = await clock.list();
      return due.ok ? ok({ purposes: due.value }) : err(refuse(due.reason));
    },
  });
}

/** POST /v1/operator/purge: what is due, or the purpose that is named, due or not. It cannot be undone. */
export function purgeNow({ clock, store }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/purge',
    access: 'operator',
    body: z.strictObject({ purpose: z.enum(purposes).optional() }),
    async answer({ body: { purpose } }) {
      const subjects = purpose === undefined ? ['due'] : [purpose];
      const noted = await store.audit.append({ session: null, action: 'purge', subjects });
      if (!noted.ok) return err(refuse(noted.reason));
      const receipts = await clock.run(purpose);
      return receipts.ok ? ok({ receipts: receipts.value }) : err(refuse(receipts.reason));
    },
  });
}

/** GET /v1/operator/receipts: with the key that they are signed with. */
export function listReceipts({ store, identity }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/receipts',
    access: 'operator',
    async answer() {
      const receipts = await store.retention.receipts();
      return receipts.ok ? ok({ hubKey: identity.hubKey, ...receipts.value }) : err(refuse(receipts.reason));
    },
  });
}
