import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordAnswer } from '../../domain/protocol/records.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { createCatalogue, createKiosk, createTicketIndex } from './kiosk.fixture.ts';
import { createModel, listGroups } from './naive-store.fixture.ts';
import { describeStores, must } from './stores.fixture.ts';

const names = ['K1', 'K2', 'K3'] as const;
const journalLength = 12;

/** What a kiosk's journal holds, before it is signed. */
const entry = fc.record({
  what: fc.constantFrom('walk-in', 'walk-in', 'check-in', 'correction', 'poison', 'forged', 'copied-id'),
  contact: fc.nat(4),
  ticket: fc.nat(3),
  back: fc.nat(5),
});
/** A request: possibly again, possibly a gap, possibly lost on the way back, possibly of a journal that has lost its end and goes on. */
const step = fc.record({
  lost: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }),
  kiosk: fc.nat(names.length - 1),
  from: fc.integer({ min: -4, max: 2 }),
  count: fc.integer({ min: 1, max: 5 }),
  together: fc.boolean(),
  store: fc.nat(1),
});

type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

function writeJournal(kiosk: ReturnType<typeof createKiosk>, entries: readonly Entry[]): unknown[] {
  const journal: (SealedRecord | { poison: number })[] = [];
  const earlier = (back: number) => journal.filter((each) => 'id' in each).at(-1 - back);
  for (const { what, contact, ticket, back } of entries) {
    const before = earlier(back);
    const record = (changes: Partial<SealedRecord> = {}) =>
      kiosk.registration({ contactIndexes: [contact], ...changes });
    if (what === 'walk-in') journal.push(record());
    else if (what === 'check-in') journal.push(record({ kind: 'check-in', ticketIndex: createTicketIndex(ticket) }));
    else if (what === 'correction') journal.push(record({ replaces: before?.id ?? null }));
    else if (what === 'copied-id') journal.push(record(before === undefined ? {} : { id: before.id }));
    else if (what === 'forged') journal.push({ ...record(), claimCode: 'AAAA-0000' });
    else journal.push({ poison: record().sequence });
  }
  return journal;
}

describeStores('the intake', (stores) => {
  it('ends as a naive store does, whatever comes again, together, through two processes, or leaves a gap', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...names.map(() => fc.array(entry, { minLength: journalLength, maxLength: journalLength }))),
        fc.array(entry, { minLength: journalLength, maxLength: journalLength }),
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async (entries, afterLoss, steps) => {
          await stores.renew();
          const opened = [await stores.open(), await stores.open()] as const;
          const [store] = opened;
          must(await store.feed.publishCatalogue(createCatalogue()));
          const kiosks = names.map(createKiosk);
          for (const kiosk of kiosks) await kiosk.admitTo(store);
          const journals = kiosks.map((kiosk, index) => writeJournal(kiosk, entries[index] ?? []));
          const model = createModel(kiosks);
          let waiting: Promise<unknown>[] = [];
          for (const { kiosk: at, from: offset, count, together, store: through, lost } of steps) {
            const kiosk = kiosks[at] ?? createKiosk('none');
            if (lost !== null) {
              const kept = (journals[at] ?? []).slice(0, Math.max(0, model.nextSequence(kiosk.kiosk) - 1 - lost));
              kiosk.goBack(journalLength - kept.length);
              journals[at] = [...kept, ...writeJournal(kiosk, afterLoss.slice(kept.length))];
            }
            const from = Math.max(1, model.nextSequence(kiosk.kiosk) + offset);
            const records = (journals[at] ?? []).slice(from - 1, from - 1 + count);
            if (records.length === 0) continue;
            const sent = kiosk.send(opened[through] ?? store, records, from);
            waiting.push(sent);
            if (!together) {
              await Promise.all(waiting);
              waiting = [];
              const wanted = model.send(kiosk, records, from);
              const answer = await sent;
              expect(answer.ok ? answer.value.answers : 'out-of-sequence').toEqual(wanted);
              continue;
            }
            // Again at the same time, through the other process: one of them is first, and nothing is taken twice.
            waiting.push(kiosk.send(opened[1 - through] ?? store, records, from));
            await Promise.all(waiting);
            waiting = [];
            model.send(kiosk, records, from);
          }
          const all = must(await store.records.listSealed({ which: 'all', limit: 1000 }));
          expect(all.map(({ record }) => record.id).sort()).toEqual(
            model
              .accepted()
              .map(({ id }) => id)
              .sort(),
          );
          for (const { kiosk } of kiosks)
            expect(must(await store.records.state(kiosk)).nextSequence).toBe(model.nextSequence(kiosk));
          const groups = Map.groupBy(all, ({ visitor }) => visitor);
          const found = [...groups.values()].map((group) => group.map(({ record }) => record.id).sort());
          expect(found.sort()).toEqual(listGroups(model.accepted()).sort());
          for (const kiosk of kiosks.keys()) {
            const again = journals[kiosk]?.slice(0, model.nextSequence(names[kiosk] ?? '') - 1) ?? [];
            if (again.length === 0) continue;
            const send = () => (kiosks[kiosk] ?? createKiosk('none')).send(store, again, 1);
            must(await send());
            const { answers } = must(await send());
            expect(answers.some(({ result }: RecordAnswer) => result === 'accepted')).toBe(false);
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});
