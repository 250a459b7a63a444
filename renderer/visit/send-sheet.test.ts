import { expect, it } from 'vitest';
import type { ChosenPrinter } from '../../electron/printing/desk/desk.ts';
import { standardMedia, type JobOutcome } from '../../domain/print-job.ts';
import { err, ok } from '../../domain/result.ts';
import { sendSheet } from './send-sheet.ts';

const blank: JobOutcome = { state: 'failed', fault: 'paper-out', paper: 'blank' };
const printed: JobOutcome = { state: 'printed' };

function printer(id: string): ChosenPrinter {
  return { id, name: null, collectAt: null, media: standardMedia['72mm'], isShared: false, isReady: true };
}

interface Given {
  /** What the host names, one after the other; when all are tried, none. */
  readonly names?: readonly (string | null)[];
  readonly outcomes?: Readonly<Record<string, JobOutcome | Error>>;
  readonly canLayOut?: boolean;
  /** The visitor leaves while it is laid out for this one. */
  readonly leavesAt?: string;
}

async function send({ names = ['first'], outcomes = {}, canLayOut = true, leavesAt }: Given) {
  const printedOn: string[] = [];
  const laidOutFor: string[] = [];
  const ids = new Set<string>();
  let asked = 0;
  const end = await sendSheet({
    bridge: {
      choosePrinter: ({ tried }) => {
        expect(tried).toEqual(printedOn);
        const name = names.length > 0 && asked >= names.length ? null : names[asked++];
        if (name === undefined) return Promise.reject(new Error('the host is gone'));
        return Promise.resolve(name === null ? null : printer(name));
      },
      print(job) {
        printedOn.push(job.printer);
        ids.add(job.id);
        const outcome = outcomes[job.printer] ?? printed;
        return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
      },
    },
    document: 'badge',
    copy: 'first',
    layOut: ({ id }) => {
      laidOutFor.push(id);
      return Promise.resolve(canLayOut ? ok({ width: 576, height: 1, bits: 'A'.repeat(96) }) : err('raster-failed'));
    },
    onJob: () => undefined,
    isOver: () => leavesAt !== undefined && laidOutFor.includes(leavesAt),
  });
  expect(ids.size).toBe(printedOn.length);
  return { end, printedOn, laidOutFor };
}

it('prints on the printer that the host names, laid out for it', async () => {
  const { end, printedOn, laidOutFor } = await send({});
  expect(end).toEqual({ phase: 'printed' });
  expect([printedOn, laidOutFor]).toEqual([['first'], ['first']]);
});

it('goes on to the next while nothing came out, with a job of its own for each', async () => {
  const { end, printedOn, laidOutFor } = await send({
    names: ['first', 'second', 'third'],
    outcomes: { first: blank, second: blank },
  });
  expect(end).toEqual({ phase: 'printed' });
  expect(printedOn).toEqual(['first', 'second', 'third']);
  expect(laidOutFor).toEqual(printedOn);
});

it('tries each printer once, and then says that none is ready', async () => {
  const { end, printedOn } = await send({
    names: ['first', 'second'],
    outcomes: { first: blank, second: blank },
  });
  expect(end).toEqual({ phase: 'failed', error: 'printer-none-ready' });
  expect(printedOn).toEqual(['first', 'second']);
});

it('says what is wrong with the only printer', async () => {
  const { end, printedOn } = await send({ outcomes: { first: blank } });
  expect(end).toEqual({ phase: 'failed', error: 'printer-paper-out' });
  expect(printedOn).toEqual(['first']);
});

it.each<[string, JobOutcome | Error, object]>([
  ['was begun', { ...blank, paper: 'begun' }, { phase: 'failed', error: 'printer-paper-out' }],
  ['may be out', { state: 'unknown' }, { phase: 'unknown' }],
  ['was lost with the host', new Error('the host is gone'), { phase: 'unknown' }],
  ['was cancelled', { state: 'cancelled' }, { phase: 'failed', error: 'print-cancelled' }],
])('never goes on with a sheet that %s', async (_what, outcome, expected) => {
  const { end, printedOn } = await send({ names: ['first', 'second'], outcomes: { first: outcome } });
  expect(end).toEqual(expected);
  expect(printedOn).toEqual(['first']);
});

it('prints nothing for a visitor who has left meanwhile', async () => {
  const { printedOn } = await send({ names: ['first', 'second'], outcomes: { first: blank }, leavesAt: 'second' });
  expect(printedOn).toEqual(['first']);
});

it('says so when there is no printer, no host, or nothing to print', async () => {
  expect((await send({ names: [null] })).end).toEqual({ phase: 'failed', error: 'printer-missing' });
  expect((await send({ names: [] })).end).toEqual({ phase: 'failed', error: 'host-unreachable' });
  expect((await send({ canLayOut: false })).end).toEqual({ phase: 'failed', error: 'raster-failed' });
});
