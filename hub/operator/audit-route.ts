import { err, ok } from '../../domain/result.ts';
import { exportAudit } from '../audit/export-audit.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute, Download } from '../api/route.ts';
import type { OperatorParts } from './operator-parts.ts';

/** GET /v1/operator/audit: the trail, with the hub's word where it ends. */
export function exportTrail({ store, identity, now }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/audit',
    access: 'operator',
    async answer() {
      const noted = await store.audit.append({ session: null, action: 'export-audit', subjects: [] });
      if (!noted.ok) return err(refuse(noted.reason));
      return ok(new Download('application/jsonl; charset=utf-8', exportAudit({ store, identity, now })));
    },
  });
}
