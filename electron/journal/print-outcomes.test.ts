import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Journal } from './journal.ts';
import { openJournal } from './open-journal.ts';
import type { PrintOutcome } from './print-outcomes.ts';

const logger = pino({ enabled: false });
let folder: string;
let journal: Journal;

function open(): Journal {
  const opened = openJournal(join(folder, 'journal.sqlite'), logger);
  if (!opened.ok) throw new Error(opened.reason.message);
  return opened.value;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-outcomes-'));
  journal = open();
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});

const outcome = (changes: Partial<PrintOutcome> = {}): PrintOutcome => ({
  id: v7(),
  at: '2025-05-30T02:51:00.000Z',
  document: 'badge',
  copy: 'first',
  printer: 'desk-1',
  state: 'printed',
  fault: null,
  ...changes,
});

it('keeps how sheets ended, the newest first, also after a restart', () => {
  const outcomes = [outcome(), outcome({ document: 'map', state: 'failed', fault: 'cover-open' }), outcome()];
  for (const each of outcomes) expect(journal.printOutcomes.keep(each)).toEqual({ ok: true });
  journal.close();
  journal = open();
  expect(journal.printOutcomes.list({ limit: 2 })).toEqual({ ok: true, value: outcomes.toReversed().slice(0, 2) });
});

it('a job ends once, whatever is said of it later', () => {
  const first = outcome({ state: 'unknown' });
  journal.printOutcomes.keep(first);
  expect(journal.printOutcomes.keep({ ...first, state: 'printed' })).toEqual({ ok: true });
  expect(journal.printOutcomes.list({ limit: 10 })).toEqual({ ok: true, value: [first] });
});
