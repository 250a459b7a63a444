import { describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../domain/print-job.ts';
import { standardMedia } from '../../domain/print-job.ts';
import { createRaster } from '../../domain/raster.ts';
import { createMemoryPrinter } from './memory-printer.ts';
import { createPrintQueue } from './print-queue.ts';
import type { PrintJob } from './printer.ts';

const job = (id: string): PrintJob => ({ id, document: 'badge', raster: createRaster(8, 1) });

function slowPrinter() {
  const printer = createMemoryPrinter({ media: standardMedia['72mm'] });
  const underWay = Promise.withResolvers<JobOutcome>();
  printer.answer(underWay.promise);
  return { printer, underWay, queue: createPrintQueue(printer) };
}

describe('createPrintQueue', () => {
  it('hands over one job at a time, in order', async () => {
    const { printer, underWay, queue } = slowPrinter();
    const first = queue.print(job('1'));
    const second = queue.print(job('2'));
    await queue.status();
    expect(printer.jobs.map(({ id }) => id)).toEqual(['1']);

    printer.answer({ state: 'failed', fault: 'paper-out', paper: 'blank' });
    underWay.resolve({ state: 'printed' });
    expect(await first).toEqual({ state: 'printed' });
    expect(await second).toEqual({ state: 'failed', fault: 'paper-out', paper: 'blank' });
    expect(printer.jobs.map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('drops what waits and lets the job under way end', async () => {
    const { printer, underWay, queue } = slowPrinter();
    const first = queue.print(job('1'));
    const second = queue.print(job('2'));
    queue.dropWaiting();
    expect(await second).toEqual({ state: 'cancelled' });

    underWay.resolve({ state: 'printed' });
    expect(await first).toEqual({ state: 'printed' });
    expect(printer.jobs).toHaveLength(1);
  });

  it('keeps what it is not asked to drop, in its order', async () => {
    const { printer, underWay, queue } = slowPrinter();
    const [first, second, third, fourth] = ['1', '2', '3', '4'].map((id) => queue.print(job(id)));
    queue.dropWaiting(({ id }) => id === '3');
    expect(await third).toEqual({ state: 'cancelled' });
    printer.answer({ state: 'printed' });
    underWay.resolve({ state: 'printed' });
    expect(await Promise.all([first, second, fourth])).toEqual(Array(3).fill({ state: 'printed' }));
    expect(printer.jobs.map(({ id }) => id)).toEqual(['1', '2', '4']);
  });

  it('prints a job once, however often it is handed over', async () => {
    const printer = createMemoryPrinter({ media: standardMedia['72mm'] });
    const queue = createPrintQueue(printer);
    const [first, again] = await Promise.all([queue.print(job('1')), queue.print(job('1'))]);
    printer.answer({ state: 'unknown' });
    expect([first, again, await queue.print(job('1'))]).toEqual(Array(3).fill({ state: 'printed' }));
    expect(printer.jobs).toHaveLength(1);
  });

  it('does not print a job that was dropped when it is handed over again', async () => {
    const { printer, underWay, queue } = slowPrinter();
    const first = queue.print(job('1'));
    void queue.print(job('2'));
    queue.dropWaiting();
    underWay.resolve({ state: 'printed' });
    await first;
    expect(await queue.print(job('2'))).toEqual({ state: 'cancelled' });
    expect(printer.jobs).toHaveLength(1);
  });

  it('goes on after a driver that threw', async () => {
    const { underWay, printer, queue } = slowPrinter();
    const first = queue.print(job('1'));
    const second = queue.print(job('2'));
    printer.answer({ state: 'printed' });
    underWay.reject(new Error('a bug'));
    await expect(first).rejects.toThrow('a bug');
    expect(await second).toEqual({ state: 'printed' });
  });

  it('closes after the job under way', async () => {
    const { underWay, queue } = slowPrinter();
    const first = queue.print(job('1'));
    const second = queue.print(job('2'));
    const closed = queue.close();
    underWay.resolve({ state: 'printed' });
    expect(await first).toEqual({ state: 'printed' });
    expect(await second).toEqual({ state: 'cancelled' });
    await closed;
  });
});
