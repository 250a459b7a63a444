import { err, ok, type Result } from '../../../domain/result.ts';
import type { Pair } from '../../people/people.ts';
import type { StaffAnswer } from '../../../domain/protocol/staff-calls.ts';
import type { StaffRoutes } from '../staff-routes.ts';
import { describeSide } from './describe-visitor.ts';
import type { VisitorParts } from './visitor-parts.ts';

type Line = StaffAnswer<'listPairs'>['pairs'][number];

/** Who may be one person twice, and what staff decide about it. */
export function createPairCalls({
  store,
  vault,
}: VisitorParts): Pick<StaffRoutes, 'listPairs' | 'decidePair' | 'mergeVisitors'> {
  async function describe({ id, kind, state }: Pair): Promise<Result<Line, 'storage-failed'>> {
    const compared = await store.people.compare(id);
    if (compared.ok) {
      const { first, second } = compared.value;
      return ok({ pair: id, kind, state, first: describeSide(first, vault), second: describeSide(second, vault) });
    }
    return compared.reason === 'storage-failed'
      ? err(compared.reason)
      : ok({ pair: id, kind, state, first: null, second: null });
  }

  return {
    async listPairs({ limit }, session) {
      if (!vault.isUnlocked) return err('locked');
      const open = await store.people.listPairs({ states: ['confirmed', 'possible'], limit });
      const decided = await store.people.listPairs({ states: ['merged', 'dismissed'], limit });
      if (!open.ok) return open;
      if (!decided.ok) return decided;
      const pairs: Line[] = [];
      // What is to be decided stands first.
      for (const pair of [...open.value, ...decided.value].slice(0, limit)) {
        const line = await describe(pair);
        if (!line.ok) return line;
        pairs.push(line.value);
      }
      if (pairs.length > 0) {
        const subjects = pairs.map(({ pair }) => String(pair));
        const noted = await store.audit.append({ session, action: 'listPairs', subjects });
        if (!noted.ok) return noted;
      }
      return ok({ pairs });
    },
    async decidePair({ pair, decision }, session) {
      if (!vault.isUnlocked) return err('locked');
      const noting = store.noting({ session, action: 'decidePair', subjects: [String(pair), decision] });
      const decided = await noting.people[decision](pair);
      return decided.ok ? ok({}) : decided;
    },
    async mergeVisitors({ first, second }, session) {
      if (!vault.isUnlocked) return err('locked');
      const noting = store.noting({ session, action: 'mergeVisitors', subjects: [first, second] });
      const merged = await noting.people.mergeByHand({ first, second });
      return merged.ok ? ok({ pair: merged.value.id }) : merged;
    },
  };
}
