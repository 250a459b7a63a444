import { v7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { standardMedia, type JobOutcome } from '../../domain/print-job.ts';
import type { KioskOrder } from '../../domain/protocol/kiosk-report.ts';
import { createRaster } from '../../domain/raster.ts';
import { err, ok } from '../../domain/result.ts';
import type { PrinterOrder, PrintRequest } from '../printing/desk/desk.ts';
import { carryOutOrder, type OrderParts } from './carry-out-order.ts';

let printed: PrintRequest[];
let commands: PrinterOrder[];
let unlocked: number;
let allowed: string[];
let outcome: JobOutcome;
let parts: OrderParts;
beforeEach(() => {
  printed = [];
  commands = [];
  unlocked = 0;
  allowed = [];
  outcome = { state: 'printed' };
  parts = {
    desk: {
      mediaOf: (printer) => (printer === 'badges' ? standardMedia['72mm'] : null),
      print: (request) => {
        printed.push(request);
        return Promise.resolve(outcome);
      },
      command: (order) => {
        commands.push(order);
        return order.printer === 'badges' ? ok() : err('unknown-printer');
      },
    },
    unlockStaff: () => (unlocked += 1),
    goLive: (reason) => allowed.push(reason) === 1,
  };
});

function printOrder(changes: { width?: number; printer?: string } = {}): KioskOrder {
  const { width, height, bits } = createRaster(changes.width ?? standardMedia['72mm'].widthDots, 10);
  const raster = { width, height, bits: Buffer.from(bits).toString('base64') };
  return { id: v7(), kind: 'print', printer: changes.printer ?? 'badges', document: 'badge', copy: 'reprint', raster };
}

it.each<JobOutcome>([
  { state: 'printed' },
  { state: 'unknown' },
  { state: 'failed', fault: 'paper-out', paper: 'begun' },
])('a sheet goes to the printer as an order, and its end is the answer: $state', async (ends) => {
  outcome = ends;
  const order = printOrder();
  expect(await carryOutOrder(order, parts)).toEqual({ kind: 'printed', outcome: ends });
  expect(printed).toMatchObject([{ id: order.id, printer: 'badges', copy: 'reprint', isOrdered: true }]);
});

it('a sheet that does not fit the printer is refused, and so is one for a printer that is not here', async () => {
  expect(await carryOutOrder(printOrder({ width: 464 }), parts)).toEqual({ kind: 'refused', reason: 'wrong-raster' });
  const short = printOrder();
  if (short.kind !== 'print') throw new Error('it is a print order');
  const cut = { ...short, raster: { ...short.raster, bits: short.raster.bits.slice(0, 40) } };
  expect(await carryOutOrder(cut, parts)).toEqual({ kind: 'refused', reason: 'wrong-raster' });
  expect(await carryOutOrder(printOrder({ printer: 'maps' }), parts)).toEqual({
    kind: 'refused',
    reason: 'unknown-printer',
  });
  expect(printed).toEqual([]);
});

it.each<KioskOrder>([
  { id: v7(), kind: 'pause', printer: 'badges' },
  { id: v7(), kind: 'resume', printer: 'badges' },
  { id: v7(), kind: 'move', printer: 'badges', to: 'maps' },
  { id: v7(), kind: 'move', printer: 'badges', to: null },
  { id: v7(), kind: 'paper-changed', printer: 'badges' },
])('$kind is done at the desk, and refused for another kiosk’s printer', async (order) => {
  const { id: _, ...command } = order;
  expect(await carryOutOrder(order, parts)).toEqual({ kind: 'done' });
  expect(commands).toEqual([command]);
  const foreign = { ...order, printer: 'maps' } as KioskOrder;
  expect(await carryOutOrder(foreign, parts)).toEqual({ kind: 'refused', reason: 'unknown-printer' });
});

it('the lock of staff mode is opened', async () => {
  expect(await carryOutOrder({ id: v7(), kind: 'unlock-staff' }, parts)).toEqual({ kind: 'done' });
  expect(unlocked).toBe(1);
});

it('a supervisor’s word opens a kiosk that is not ready, and is refused where it cannot be kept', async () => {
  const order: KioskOrder = { id: v7(), kind: 'go-live', reason: 'needed-now' };
  expect(await carryOutOrder(order, parts)).toEqual({ kind: 'done' });
  expect(allowed).toEqual(['needed-now']);
  expect(await carryOutOrder(order, parts)).toEqual({ kind: 'refused', reason: 'failed' });
});
