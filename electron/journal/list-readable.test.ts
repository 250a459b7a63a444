import fc from 'fast-check';
import { expect, it } from 'vitest';
import { err, ok } from '../../domain/result.ts';
import type { Journal } from './journal.ts';
import { listReadable } from './list-readable.ts';
import { createRecord } from './test-records.ts';

const owner = { event: 'event-1', kiosk: 'K1' };
const poison = ['{"id": "half', 'null', '7', '{}', '[[[[]]]]'];

/** A journal that holds these texts from sequence 1 on. */
function createStored(contents: readonly string[]): Pick<Journal, 'listStored'> {
  const rows = contents.map((content, index) => ({ sequence: index + 1, content }));
  return {
    listStored: ({ afterSequence, limit }) =>
      ok(rows.filter(({ sequence }) => sequence > afterSequence).slice(0, limit)),
  };
}

it('page by page gives every record that can be read, whatever lies between them', () => {
  const item = fc.oneof(fc.constant('record'), fc.constantFrom(...poison));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (items, limit) => {
      const records = items.map((_, index) => createRecord({ sequence: index + 1 }));
      const journal = createStored(
        items.map((each, index) => (each === 'record' ? JSON.stringify(records[index]) : each)),
      );
      const seen = [];
      for (let afterSequence = 0; ;) {
        const page = listReadable(journal, { ...owner, afterSequence, limit });
        const last = page.ok ? page.value.at(-1) : undefined;
        if (!page.ok || !last) break;
        seen.push(...page.value);
        afterSequence = last.sequence;
      }
      expect(seen).toEqual(records.filter((_, index) => items[index] === 'record'));
    }),
  );
});

it('fails when the journal does', () => {
  const listStored = () => err('journal-failed' as const);
  expect(listReadable({ listStored }, { ...owner, afterSequence: 0, limit: 10 })).toEqual(err('journal-failed'));
});
