import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ChosenPrinter } from '../../electron/printing/desk/desk.ts';
import { standardMedia } from '../../domain/print-job.ts';
import type { JobReport, PrinterReport } from '../../domain/printer-report.ts';
import { watchTurn } from './watch-turn.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch({ state, isShared = false }: { state: () => JobReport['state']; isShared?: boolean }) {
  const media = standardMedia['72mm'];
  const printer: ChosenPrinter = { id: 'first', name: null, collectAt: null, media, isShared, isReady: true };
  const told: boolean[] = [];
  let asked = 0;
  const stop = watchTurn({
    bridge: {
      printers() {
        asked += 1;
        const job = { id: 'job', document: 'badge', copy: 'first', fault: null, at: '', state: state() } as const;
        const report = { id: 'first', jobs: [job] } satisfies Partial<PrinterReport>;
        return Promise.resolve([report as unknown as PrinterReport]);
      },
    },
    job: { id: 'job', printer },
    onWait: (isWaiting) => told.push(isWaiting),
  });
  return { told, stop, asked: () => asked };
}

it('tells while another sheet comes first, and when the turn has come', async () => {
  let state: JobReport['state'] = 'waiting';
  const { told, stop } = watch({ state: () => state });
  await vi.advanceTimersByTimeAsync(2_000);
  state = 'printing';
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told).toEqual([true, true, false, false, false, false, false]);
  stop();
});

it('asks nothing of a sheet that is out within a second, and no more afterwards', async () => {
  const { told, stop, asked } = watch({ state: () => 'printing' });
  await vi.advanceTimersByTimeAsync(900);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([told, asked()]).toEqual([[], 0]);
});

it('takes a shared printer that is silent for four seconds for one that serves somebody else', async () => {
  const { told, stop } = watch({ state: () => 'printing', isShared: true });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).not.toContain(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told.at(-1)).toBe(true);
  stop();
});
