import { afterEach, beforeEach, expect, it } from 'vitest';
import { openUplink, owner, type OpenUplink } from './uplink.fixture.ts';

let { hub, journal, uplink, register, readJournalFiles, target, close } = {} as OpenUplink;
beforeEach(async () => {
  ({ hub, journal, uplink, register, readJournalFiles, target, close } = await openUplink());
});
afterEach(() => close());

it('a purge leaves neither a ciphertext nor an index on the disk, and tells the hub how many there were', async () => {
  await register({ talentPool: 'open' });
  const kept = journal.list({ ...owner, afterSequence: 0, limit: 10 });
  await register();
  await register();
  const erased = journal.list({ ...owner, afterSequence: 1, limit: 10 });
  if (!kept.ok || !erased.ok) throw new Error('the journal cannot be read');
  const order = hub.order('registration');
  const foreign = { ...hub.order('talent-pool'), signature: order.signature };
  hub.state.pages.set('', {
    cursor: 'a',
    reset: false,
    complete: true,
    changes: [order, foreign].map((item) => ({ kind: 'purge-order', id: item.id, item })),
  });
  await uplink.connect(target());
  await expect.poll(() => hub.state.records.get(4)).toMatchObject({ kind: 'purge', order: order.id, purged: 2 });
  const bytes = readJournalFiles();
  for (const { ciphertext, claimCode } of erased.value) {
    for (const trace of [ciphertext, ciphertext.slice(40, 90), claimCode]) {
      expect(bytes.some((file) => file.includes(trace))).toBe(false);
    }
  }
  expect(journal.list({ ...owner, afterSequence: 0, limit: 10 })).toEqual(kept);
  expect(bytes.some((file) => file.includes(kept.value[0]?.ciphertext ?? ''))).toBe(true);
});
