import { z } from 'zod';
import { startRegistrationsCsv, writeEntry } from '../../domain/registrations-csv.ts';
import { err, ok } from '../../domain/result.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute, Download } from '../api/route.ts';
import type { StoredSealed } from '../store/store.ts';
import type { OperatorParts } from './operator-parts.ts';

const pageSize = 200;
const choices = ['all', 'current', 'visitors'] as const;

/** GET /v1/operator/export: opened records as a table. `visitors` has one line for each person, under the claim code that survives. */
export function exportTable(parts: OperatorParts) {
  const { store, vault } = parts;
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/export',
    access: 'operator',
    query: z.strictObject({ which: z.enum(choices).default('visitors') }),
    async answer({ query: { which } }) {
      if (!vault.isUnlocked) return err(refuse('locked'));
      const noted = await store.audit.append({ session: null, action: 'export', subjects: [which] });
      if (!noted.ok) return err(refuse(noted.reason));
      const first = await store.records.listSealed({ which, limit: pageSize });
      if (!first.ok) return err(refuse(first.reason));
      return ok(new Download('text/csv; charset=utf-8', writeTable(parts, { which, first: first.value })));
    },
  });
}

/** A failure halfway breaks the download off, so that half a table is not taken for a whole one. */
async function* writeTable(
  { store, vault, logger }: OperatorParts,
  { which, first }: { which: (typeof choices)[number]; first: StoredSealed[] },
): AsyncGenerator<string> {
  yield* startRegistrationsCsv();
  let closed = 0;
  let unsigned = 0;
  for (let page = first; page.length > 0;) {
    for (const { record, claimCode, isSigned } of page) {
      if (!isSigned) unsigned += 1;
      const opened = await vault.open(record);
      if (opened === null) closed += 1;
      else yield writeEntry({ record: which === 'visitors' ? { ...record, claimCode } : record, opened });
    }
    const next = await store.records.listSealed({ which, limit: pageSize, after: page.at(-1)?.number ?? 0 });
    if (!next.ok) throw new Error('the database failed during an export');
    page = next.value;
  }
  if (unsigned > 0) logger.warn({ unsigned }, 'records in the export do not have the signature of their kiosk');
  if (closed > 0) logger.warn({ closed }, 'records in the export could not be opened');
}
