import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRaster, type Raster } from '../../../domain/raster.ts';
import { startEscposSimulator, type EscposSimulator } from '../../../test/simulators/escpos/escpos-simulator.ts';
import { createMemoryPrinter } from '../../printing/memory-printer.ts';
import { openPrinter } from '../../printing/open-printer.ts';
import { configured } from '../../printing/test-configured.ts';
import { checkPrinters, type PrinterFacts } from './check-printers.ts';

const sheet: Raster = { ...createRaster(576, 40), bits: new Uint8Array(72 * 40).fill(0x81) };

function check(changes: Partial<PrinterFacts>) {
  return checkPrinters({
    ...{ place: 'installed', printers: [], isKioskRunning: false, prints: true, createId: v7 },
    drawSheet: () => Promise.resolve(sheet),
    ...changes,
  }).examine(new AbortController().signal);
}

describe('a real conversation with a simulated printer', () => {
  let simulator: EscposSimulator;
  beforeEach(async () => {
    simulator = await startEscposSimulator();
  });
  afterEach(() => simulator.close());

  const list = (): PrinterFacts['printers'] => {
    const one = configured({ id: 'badges', address: `tcp://127.0.0.1:${String(simulator.port)}` });
    return [{ configured: one, open: () => openPrinter(one) }];
  };

  it('prints a sheet and is told that it came out', async () => {
    expect(await check({ printers: list() })).toMatchObject([
      { state: 'green', facts: { printer: 'badges', sheet: 'printed' } },
    ]);
    expect(simulator.sheets).toHaveLength(1);
  });

  it('is red without paper, with an open cover, and when nobody is there', async () => {
    simulator.runOutOfPaper();
    expect(await check({ printers: list() })).toMatchObject([{ state: 'red', advice: 'printer-paper-out' }]);
    simulator.loadPaper();
    simulator.openCover();
    expect(await check({ printers: list() })).toMatchObject([{ state: 'red', advice: 'printer-cover-open' }]);
    expect(simulator.sheets).toHaveLength(0);
    const printers = list();
    await simulator.close();
    expect(await check({ printers })).toMatchObject([{ state: 'red', advice: 'printer-offline' }]);
  });

  it('is red when the paper ends within the sheet', async () => {
    simulator.runOutOfPaper(10);
    expect(await check({ printers: list() })).toMatchObject([{ state: 'red', advice: 'printer-paper-out' }]);
  });

  it('only asks when it is told not to print', async () => {
    expect(await check({ printers: list(), prints: false })).toMatchObject([
      { state: 'skipped', advice: 'doctor-sheet-not-tried' },
    ]);
    expect(simulator.sheets).toHaveLength(0);
  });
});

describe('several printers', () => {
  const media = { widthDots: 576, heightDots: null, dotsPerInch: 203 } as const;
  const memory = (id: string, address = 'tcp://192.0.2.1:9100') => {
    const printer = createMemoryPrinter({ media });
    return { printer, listed: { configured: configured({ id, address }), open: () => printer } };
  };

  it('are each told by name', async () => {
    const [front, back, pictures] = [memory('front'), memory('back'), memory('pictures', 'folder:/tmp/x')];
    front.printer.answer({ state: 'unknown' });
    back.printer.report({ faults: [], paperLow: true });
    const found = await check({ printers: [front.listed, back.listed, pictures.listed] });
    expect(found.map(({ state, advice, facts }) => [facts['printer'], state, advice])).toEqual([
      ['front', 'amber', 'doctor-sheet-unknown'],
      ['back', 'amber', 'kiosk-paper-low'],
      ['pictures', 'amber', 'doctor-printer-folder'],
    ]);
  });

  it('are left alone while the kiosk has them, and get nothing that could not be drawn', async () => {
    const { printer, listed } = memory('front');
    expect(await check({ printers: [listed], isKioskRunning: true })).toMatchObject([{ state: 'skipped' }]);
    expect(await check({ printers: [listed], drawSheet: () => Promise.resolve(null) })).toMatchObject([
      { state: 'red', advice: 'doctor-sheet-not-drawn' },
    ]);
    expect(printer.jobs).toEqual([]);
  });
});
