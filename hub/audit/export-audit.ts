import type { Identity } from '../identity/identity.ts';
import type { Store } from '../store/store.ts';
import { startOfChain, writeEntryLine } from './chain.ts';
import { headBytes, writeHeadLine } from './head.ts';

const pageSize = 500;

/**
 * The whole trail as JSON lines, the oldest first, and last the head with the hub's signature. What is noted meanwhile comes along.
 * @throws when the database fails, so that half a trail is not taken for a whole one
 */
export async function* exportAudit({
  store,
  identity,
  now,
}: {
  store: Store;
  identity: Identity;
  now: () => number;
}): AsyncGenerator<string> {
  let entries = 0;
  let head = startOfChain;
  for (;;) {
    const page = await store.audit.read({ after: entries, limit: pageSize });
    if (!page.ok) throw new Error('the database failed during an export');
    for (const entry of page.value) yield `${writeEntryLine(entry)}\n`;
    const last = page.value.at(-1);
    entries = last?.number ?? entries;
    head = last?.hash ?? head;
    if (page.value.length < pageSize) break;
  }
  const unsigned = { at: now(), entries, epoch: store.epoch, head };
  yield `${writeHeadLine({ ...unsigned, hubKey: identity.hubKey, signature: identity.sign(headBytes(unsigned)) })}\n`;
}
