import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import type { OpenedRecord } from '../../domain/sealing/open-record.ts';
import { claimCodeSchema } from '../../domain/sealed-record.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import type { Vault } from '../event/vault.ts';
import type { Visitor } from '../people/people.ts';
import type { OperatorParts } from './operator-parts.ts';

const pairBody = z.strictObject({ pair: z.int().min(1) });
const states = ['possible', 'confirmed', 'merged', 'dismissed'] as const;

/** GET /v1/operator/pairs: who may be one person twice. */
export function listPairs({ store }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/pairs',
    access: 'operator',
    query: z.strictObject({
      state: z.enum(states).optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    async answer({ query: { state, limit } }) {
      const pairs = await store.people.listPairs({ limit, ...(state !== undefined && { states: [state] }) });
      return pairs.ok ? ok({ pairs: pairs.value }) : err(refuse(pairs.reason));
    },
  });
}

/** GET /v1/operator/pairs/compare?pair=7: both visitors side by side, readable when the hub is unlocked, and what was done so far. */
export function comparePair({ store, vault }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/pairs/compare',
    access: 'operator',
    query: z.strictObject({ pair: z.coerce.number().int().min(1) }),
    async answer({ query: { pair } }) {
      const compared = await store.people.compare(pair);
      if (!compared.ok) return err(refuse(compared.reason));
      const log = await store.people.log(pair);
      if (!log.ok) return err(refuse(log.reason));
      const { first, second } = compared.value;
      const visitors = { first: await openVisitor(first, vault), second: await openVisitor(second, vault) };
      return ok({ pair: compared.value.pair, ...visitors, log: log.value, isUnlocked: vault.isUnlocked });
    },
  });
}

/** POST /v1/operator/pairs/merge, …/dismiss, …/undo */
export function decidePair({ store }: OperatorParts, decision: 'merge' | 'dismiss' | 'undo') {
  return defineRoute({
    method: 'POST',
    path: `/v1/operator/pairs/${decision}`,
    access: 'operator',
    body: pairBody,
    async answer({ body: { pair } }) {
      const noting = store.noting({ session: null, action: `pairs-${decision}`, subjects: [String(pair)] });
      const decided = await noting.people[decision](pair);
      return decided.ok ? ok({ pair: decided.value }) : err(refuse(decided.reason));
    },
  });
}

/** POST /v1/operator/visitors/find: by a claim code, which two visitors may share and which is no part of an address because addresses end up in logs. */
export function findVisitor({ store, vault }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/visitors/find',
    access: 'operator',
    body: z.strictObject({ claimCode: claimCodeSchema }),
    async answer({ body: { claimCode } }) {
      const found = await store.people.findByClaimCode(claimCode);
      if (!found.ok) return err(refuse(found.reason));
      const visitors = await Promise.all(found.value.map((visitor) => openVisitor(visitor, vault)));
      return visitors.length === 0 ? err(refuse('not-found')) : ok({ visitors, isUnlocked: vault.isUnlocked });
    },
  });
}

/** Without the ciphertext, which says nothing to people; `content` is null where it cannot be opened now. */
async function openVisitor({ visitor, claimCode, otherCodes, records }: Visitor, vault: Vault) {
  const opened = [];
  for (const record of records) {
    const content: OpenedRecord | null = await vault.open(record);
    const { id, kind, kiosk, sequence, isCurrent } = record;
    opened.push({ id, kind, kiosk, sequence, claimCode: record.claimCode, isCurrent, content });
  }
  return { visitor, claimCode, otherCodes, records: opened };
}
