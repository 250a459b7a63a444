import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { standardMedia, type JobOutcome, type PrinterStatus } from '../../../domain/print-job.ts';
import { createRaster } from '../../../domain/raster.ts';
import { createForgetfulMemory } from './desk-memory.ts';
import { createDeskPrinter } from './desk-printer.fixture.ts';
import { createPrintDesk } from './print-desk.ts';

const ready: PrinterStatus = { faults: [], paperLow: false };
const out: PrinterStatus = { faults: ['paper-out'], paperLow: true };
const blank: JobOutcome = { state: 'failed', fault: 'paper-out', paper: 'blank' };
const begun: JobOutcome = { state: 'failed', fault: 'paper-out', paper: 'begun' };

function open(given: Parameters<typeof createDeskPrinter>[1], memory = createForgetfulMemory()) {
  const only = createDeskPrinter({ id: 'only' }, given);
  const { media } = only;
  const pauses = { whenWell: 1, whenFaulty: 1, afterJob: 1, untilNobody: 60_000 };
  const desk = createPrintDesk({ printers: [only], memory, now: () => '', onOutcome: () => undefined, pauses });
  return {
    desk,
    printer: only.printer,
    paper: () => desk.report()[0]?.paper,
    print: (height: number) =>
      desk.print({
        ...{ id: v7(), document: 'badge', copy: 'first', printer: 'only' },
        raster: createRaster(media.widthDots, height),
      }),
    /** Resolves when the desk has heard of it. */
    report: async (status: PrinterStatus, isHeard: () => boolean) => {
      only.printer.report(status);
      await new Promise<void>((resolve) => {
        const stop = desk.onChange(check);
        const timer = setInterval(check, 1);
        function check() {
          if (!isHeard()) return;
          clearInterval(timer);
          stop();
          resolve();
        }
      });
    },
  };
}

it('a roll: the picture and the feed of each sheet that came out or may have', async () => {
  // 203 dots are an inch, and 15 mm is the way to the cutter.
  const { desk, printer, paper, print } = open({ rollMillimetres: 1000 });
  expect(paper()).toEqual({ usedMillimetres: 0, leftMillimetres: 1000, sheetsLeft: null });
  await print(2030);
  expect(paper()).toEqual({ usedMillimetres: 269, leftMillimetres: 731, sheetsLeft: null });
  printer.answer({ state: 'unknown' });
  await print(2030);
  printer.answer(begun);
  await print(2030);
  printer.answer(blank);
  await print(2030);
  expect(paper()?.usedMillimetres).toBe(807);
  printer.answer({ state: 'printed' });
  await print(8000);
  expect(paper()?.leftMillimetres).toBe(0);
  await desk.close();
});

it('labels: as many as the picture has pages', async () => {
  const { desk, paper, print } = open({ media: standardMedia['100x150mm'], sheets: 3 });
  await print(1200);
  expect(paper()).toMatchObject({ leftMillimetres: null, sheetsLeft: 2 });
  await print(1201);
  expect(paper()?.sheetsLeft).toBe(0);
  await print(10);
  expect(paper()?.sheetsLeft).toBe(0);
  await desk.close();
});

it('counts anew when paper that had run out is there again, and not for an open cover', async () => {
  const memory = createForgetfulMemory();
  const { desk, paper, print, report } = open({}, memory);
  await print(2030);
  const heard = (fault: string) => () => desk.report()[0]?.faults.join() === fault;
  await report({ faults: ['cover-open'], paperLow: false }, heard('cover-open'));
  await report(ready, heard(''));
  expect(paper()?.usedMillimetres).toBe(269);
  await report(out, heard('paper-out'));
  await report({ faults: ['cover-open'], paperLow: false }, heard('cover-open'));
  expect(paper()?.usedMillimetres).toBe(269);
  await desk.close();

  // It is a new roll also when the kiosk was started again between.
  const again = open({}, memory);
  expect(again.paper()?.usedMillimetres).toBe(269);
  await again.report(ready, () => again.paper()?.usedMillimetres === 0);
  expect(again.paper()?.usedMillimetres).toBe(0);
  await again.desk.close();
});

it('counts anew when staff say so', async () => {
  const { desk, paper, print } = open({ rollMillimetres: 1000 });
  await print(2030);
  desk.paperChanged('only');
  expect(paper()).toEqual({ usedMillimetres: 0, leftMillimetres: 1000, sheetsLeft: null });
  await desk.close();
});
