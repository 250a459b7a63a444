import { z } from 'zod';
import { versionSchema } from '../../domain/protocol/update-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { refuse, type Refusal } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import type { KeptRelease } from '../updates/update-folder.ts';
import type { OperatorParts } from './operator-parts.ts';

/** GET /v1/operator/updates */
export function listUpdates({ updates }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/updates',
    access: 'operator',
    answer: () => Promise.resolve(ok({ releases: updates.list() })),
  });
}

export interface AddedUpdate {
  readonly release: KeptRelease | null;
  readonly reason: string | null;
}

/** POST /v1/operator/updates: takes a copy of a folder of this machine. `reason` is a sentence, null when it was done. */
export function addUpdate({ updates, store, logger }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/updates',
    access: 'operator',
    body: z.strictObject({ folder: z.string().min(1).max(4096) }),
    async answer({ body: { folder } }): Promise<Result<AddedUpdate, Refusal>> {
      const added = await updates.add(folder);
      const answer = added.ok ? { release: added.value, reason: null } : { release: null, reason: added.reason };
      if (answer.release === null) return ok(answer);
      const { version } = answer.release;
      const noted = await store.audit.append({ session: null, action: 'add-update', subjects: [version] });
      if (!noted.ok) return err(refuse(noted.reason));
      logger.info({ version }, 'update added');
      return ok(answer);
    },
  });
}

/** POST /v1/operator/updates/withdraw: kiosks that have not put it in yet are offered the one before. */
export function withdrawUpdate({ updates, store, logger }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/updates/withdraw',
    access: 'operator',
    body: z.strictObject({ version: versionSchema }),
    async answer({ body: { version } }) {
      if (!updates.withdraw(version)) return err(refuse('not-found'));
      const noted = await store.audit.append({ session: null, action: 'withdraw-update', subjects: [version] });
      if (!noted.ok) return err(refuse(noted.reason));
      logger.info({ version }, 'update withdrawn');
      return ok({ version });
    },
  });
}
