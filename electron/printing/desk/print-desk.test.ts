import { v7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../../domain/print-job.ts';
import { printerReportSchema } from '../../../domain/printer-report.ts';
import { createRaster } from '../../../domain/raster.ts';
import type { PrintOutcome } from '../../journal/print-outcomes.ts';
import type { PrintDesk, PrintRequest } from './desk.ts';
import { createForgetfulMemory, type DeskMemory } from './desk-memory.ts';
import { createDeskPrinter } from './desk-printer.fixture.ts';
import { createPrintDesk } from './print-desk.ts';

const failed = (fault: 'paper-out' | 'cover-open'): JobOutcome => ({ state: 'failed', fault, paper: 'blank' });
const desks: PrintDesk[] = [];
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.close()));
});

function open(memory: DeskMemory = createForgetfulMemory()) {
  const first = createDeskPrinter({ id: 'first', documents: ['badge', 'test'] });
  const second = createDeskPrinter({ id: 'second', isShared: true, name: { en: 'Printer 2' } });
  const maps = createDeskPrinter({ id: 'maps', documents: ['map', 'route'] });
  const outcomes: PrintOutcome[] = [];
  const desk = createPrintDesk({
    printers: [first, second, maps],
    memory,
    now: () => '2025-05-30T02:51:00.000Z',
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  desks.push(desk);
  return { desk, outcomes, first: first.printer, second: second.printer, maps: maps.printer };
}

function badge(printer: string, changes: Partial<PrintRequest> = {}): PrintRequest {
  return { id: v7(), document: 'badge', copy: 'first', printer, raster: createRaster(576, 8), ...changes };
}

const reportOf = (desk: PrintDesk, id: string) => desk.report().find((report) => report.id === id);
const chosen = (desk: PrintDesk) => desk.choosePrinter('badge')?.id;

describe('where a document goes', () => {
  it('is the first of its printers', () => {
    const { desk } = open();
    expect(desk.choosePrinter('badge')).toMatchObject({ id: 'first', isReady: true, isShared: false, name: null });
    expect(desk.choosePrinter('map')).toMatchObject({ id: 'second', isShared: true, name: { en: 'Printer 2' } });
  });

  it('is the next one from the moment in which the first has failed, and the first again when it printed', async () => {
    const { desk, first } = open();
    first.answer(failed('paper-out'));
    first.report({ faults: ['paper-out'], paperLow: true });
    expect(await desk.print(badge('first'))).toEqual(failed('paper-out'));
    expect(desk.choosePrinter('badge')).toMatchObject({ id: 'second', isReady: true });
    first.answer({ state: 'printed' });
    await desk.print(badge('first'));
    expect(chosen(desk)).toBe('first');
  });

  it('is the first, though not ready, when none can print', async () => {
    const { desk, first, second } = open();
    first.answer(failed('cover-open'));
    second.answer(failed('paper-out'));
    await Promise.all([desk.print(badge('first')), desk.print(badge('second'))]);
    expect(desk.choosePrinter('badge')).toMatchObject({ id: 'first', isReady: false });
  });

  it('is each printer once for a sheet of which nothing came out, also one that may be mended since', async () => {
    const { desk, first, second } = open();
    first.answer(failed('cover-open'));
    second.answer(failed('paper-out'));
    await Promise.all([desk.print(badge('first')), desk.print(badge('second'))]);
    expect(desk.choosePrinter('badge', ['first'])).toMatchObject({ id: 'second', isReady: false });
    expect(desk.choosePrinter('badge', ['first', 'second'])).toBeNull();
    desk.pause('second');
    expect(desk.choosePrinter('badge', ['first'])).toBeNull();
  });

  it('is not a printer that did not answer, when another has failed', async () => {
    const { desk, first, second } = open();
    first.answer(failed('cover-open'));
    second.answer({ state: 'failed', fault: 'hung', paper: 'blank' });
    await Promise.all([desk.print(badge('first')), desk.print(badge('second'))]);
    expect(desk.choosePrinter('badge', ['first'])).toBeNull();
  });

  it('is nowhere when no printer is for it', () => {
    const { desk } = open();
    const only = createPrintDesk({
      printers: [createDeskPrinter({ id: 'first', documents: ['badge'] })],
      memory: createForgetfulMemory(),
      now: () => '',
      onOutcome: () => undefined,
    });
    desks.push(only);
    expect(only.choosePrinter('map')).toBeNull();
    expect(desk.mediaOf('third')).toBeNull();
  });
});

describe('staff', () => {
  it('pause a printer: it takes no new sheet, the next one does, until it is resumed', async () => {
    const { desk, first } = open();
    expect(desk.pause('first')).toEqual({ ok: true });
    expect(chosen(desk)).toBe('second');
    expect(await desk.print(badge('first'))).toEqual({ state: 'failed', fault: 'offline', paper: 'blank' });
    expect(first.jobs).toHaveLength(0);
    desk.resume('first');
    expect(chosen(desk)).toBe('first');
    expect(await desk.print(badge('first'))).toEqual({ state: 'printed' });
  });

  it('prove a paused printer with a test sheet', async () => {
    const { desk, first } = open();
    desk.pause('first');
    expect(await desk.print(badge('first', { document: 'test' }))).toEqual({ state: 'printed' });
    expect(first.jobs).toHaveLength(1);
  });

  it('let the sheets that wait already come out of a printer that is paused', async () => {
    const { desk, first } = open();
    const underWay = Promise.withResolvers<JobOutcome>();
    first.answer(underWay.promise);
    const jobs = [desk.print(badge('first')), desk.print(badge('first'))];
    desk.pause('first');
    underWay.resolve({ state: 'printed' });
    expect(await Promise.all(jobs)).toEqual([{ state: 'printed' }, { state: 'printed' }]);
  });

  it('move a printer: the other takes its documents, also those that it had none of before', () => {
    const { desk } = open();
    expect(desk.move('first', 'maps')).toEqual({ ok: true });
    expect(chosen(desk)).toBe('maps');
    expect(reportOf(desk, 'first')?.movedTo).toBe('maps');
    desk.move('first', null);
    expect(chosen(desk)).toBe('first');
  });

  it('never move in a ring: who gets documents prints them', () => {
    const { desk } = open();
    desk.move('first', 'second');
    desk.move('second', 'first');
    expect(chosen(desk)).toBe('first');
    desk.move('first', 'maps');
    expect(reportOf(desk, 'second')?.movedTo).toBe('maps');
    expect(chosen(desk)).toBe('maps');
  });

  it('hear of a printer that is not here', () => {
    const { desk } = open();
    const unknown = { ok: false, reason: 'unknown-printer' };
    expect(desk.pause('third')).toEqual(unknown);
    expect(desk.command({ kind: 'paper-changed', printer: 'third' })).toEqual(unknown);
    expect(desk.move('first', 'third')).toEqual(unknown);
    expect(desk.move('third', 'first')).toEqual(unknown);
    expect(desk.move('first', 'first')).toEqual(unknown);
    expect(chosen(desk)).toBe('first');
  });

  it('find paused and moved printers as they left them, and those that have gone forgotten', () => {
    const memory = createForgetfulMemory();
    const before = open(memory).desk;
    before.command({ kind: 'pause', printer: 'second' });
    before.command({ kind: 'move', printer: 'first', to: 'maps' });
    const after = open(memory).desk;
    expect(reportOf(after, 'second')?.isPaused).toBe(true);
    expect(chosen(after)).toBe('maps');
    const smaller = createPrintDesk({
      printers: [createDeskPrinter({ id: 'first' })],
      memory,
      now: () => '',
      onOutcome: () => undefined,
    });
    desks.push(smaller);
    expect(smaller.choosePrinter('badge')).toMatchObject({ id: 'first', isReady: true });
  });
});

describe('jobs', () => {
  it('end once, whatever printer they are handed to again', async () => {
    const { desk, first, second } = open();
    const request = badge('first');
    const outcomes = [desk.print(request), desk.print(request), desk.print({ ...request, printer: 'second' })];
    expect(await Promise.all(outcomes)).toEqual(Array(3).fill({ state: 'printed' }));
    expect([first.jobs.length, second.jobs.length]).toEqual([1, 0]);
  });

  it('of a visit go with it; what staff ordered from elsewhere, and what is under way, comes out', async () => {
    const { desk, first } = open();
    const underWay = Promise.withResolvers<JobOutcome>();
    first.answer(underWay.promise);
    const jobs = [badge('first'), badge('first'), badge('first', { isOrdered: true })].map((each) => desk.print(each));
    expect(reportOf(desk, 'first')?.waiting).toBe(2);
    desk.dropWaiting();
    underWay.resolve({ state: 'printed' });
    expect((await Promise.all(jobs)).map(({ state }) => state)).toEqual(['printed', 'cancelled', 'printed']);
  });

  it('are told with their outcomes, the newest first, and never what is on them', async () => {
    const { desk, first, outcomes } = open();
    const [one, two] = [badge('first'), badge('first', { copy: 'reprint' })];
    await desk.print(one);
    first.answer(failed('cover-open'));
    await desk.print(two);
    const report = reportOf(desk, 'first');
    expect(printerReportSchema.parse(report)).toEqual(report);
    expect(report?.jobs).toMatchObject([
      { id: two.id, copy: 'reprint', state: 'failed', fault: 'cover-open' },
      { id: one.id, copy: 'first', state: 'printed', fault: null },
    ]);
    expect(outcomes).toEqual(report?.jobs.toReversed().map(({ at, ...job }) => ({ ...job, at, printer: 'first' })));
  });

  it('are told while they wait and while they are under way', async () => {
    const { desk, first } = open();
    const underWay = Promise.withResolvers<JobOutcome>();
    first.answer(underWay.promise);
    const states: (string | undefined)[][] = [];
    const stop = desk.onChange(() => {
      states.push(reportOf(desk, 'first')?.jobs.map(({ state }) => state) ?? []);
    });
    const jobs = [desk.print(badge('first')), desk.print(badge('first'))];
    underWay.resolve({ state: 'printed' });
    await Promise.all(jobs);
    stop();
    expect(states).toContainEqual(['waiting', 'printing']);
    expect(states.at(-1)).toEqual(['printed', 'printed']);
  });

  it('of which a driver threw are unknown, and its caller sees it', async () => {
    const { desk, first, outcomes } = open();
    first.answer(Promise.reject(new Error('a bug')));
    await expect(desk.print(badge('first'))).rejects.toThrow('a bug');
    expect(reportOf(desk, 'first')?.jobs[0]?.state).toBe('unknown');
    expect(outcomes).toMatchObject([{ state: 'unknown', printer: 'first' }]);
  });

  it('are not kept beyond the newest fifty', async () => {
    const { desk } = open();
    const requests = Array.from({ length: 60 }, () => badge('first'));
    for (const request of requests) await desk.print(request);
    expect(reportOf(desk, 'first')?.jobs.map(({ id }) => id)).toEqual(
      requests
        .slice(10)
        .toReversed()
        .map(({ id }) => id),
    );
  });
});
