import { expect, it } from 'vitest';
import { createLedger } from './ledger.ts';

function ledgerOf(...ids: string[]) {
  const ledger = createLedger();
  for (const id of ids) ledger.enter(id, `content of ${id}`);
  return ledger;
}
const found = (...ids: string[]) => ids.map((id) => ({ id, content: `content of ${id}` }));
const nothing = { lost: [], doubled: [], foreign: [] };

it('finds nothing wrong where each promise is kept once', () => {
  const ledger = ledgerOf('a', 'b');
  ledger.promise('a');
  ledger.promise('b');
  expect(ledger.judge(found('b', 'a'))).toEqual({ promised: 2, ...nothing });
});

it('lets what was not promised be there or not', () => {
  const ledger = ledgerOf('a', 'b');
  ledger.promise('a');
  expect(ledger.judge(found('a'))).toEqual({ promised: 1, ...nothing });
  expect(ledger.judge(found('a', 'b'))).toEqual({ promised: 1, ...nothing });
});

it('names what is missing, and what is there with another content', () => {
  const ledger = ledgerOf('a', 'b');
  ledger.promise('a');
  ledger.promise('b');
  const judgement = ledger.judge([{ id: 'b', content: 'changed' }]);
  expect(judgement).toMatchObject({ lost: ['a', 'b'], doubled: [] });
});

it('names what is there twice, by id or under another id', () => {
  const ledger = ledgerOf('a', 'b');
  ledger.promise('a');
  expect(ledger.judge(found('a', 'a')).doubled).toEqual(['a']);
  expect(ledger.judge([...found('a'), { id: 'b', content: 'content of a' }]).doubled).toEqual(['a', 'b']);
});

it('names what nobody entered', () => {
  expect(ledgerOf('a').judge(found('a', 'x')).foreign).toEqual(['x']);
});

it('does not take a promise for what was never entered, nor an id for two visitors', () => {
  const ledger = ledgerOf('a');
  expect(() => {
    ledger.promise('b');
  }).toThrow('before it was entered');
  expect(() => {
    ledger.enter('a', 'other');
  }).toThrow('another content');
});
