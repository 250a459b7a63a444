import jsqrModule from 'jsqr';
import { PNG } from 'pngjs';
import { print } from 'receiptio';
import { afterEach, describe, expect, it } from 'vitest';
import { createRaster } from '../../../domain/raster.ts';
import { encodePng } from '../../../electron/printing/raster-png.ts';
import { startEscposSimulator, type EscposSimulator } from './escpos-simulator.ts';
import type { Sheet } from './mechanism.ts';

/** receiptio always asks port 9100, so that each simulator gets a loopback address of its own; Linux has all of 127.0.0.0/8. */
const hosts = Array.from({ length: 40 }, (_, index) => `127.0.91.${String(((process.pid + index) % 250) + 1)}`);

let simulator: EscposSimulator | null = null;
afterEach(() => simulator?.close());

async function startOnUsualPort(): Promise<EscposSimulator> {
  for (const host of hosts) {
    simulator = await startEscposSimulator({ host, port: 9100 }).catch(() => null);
    if (simulator !== null) return simulator;
  }
  throw new Error(`port 9100 is taken on all of ${hosts.join(', ')}`);
}

// Its typings describe a module, what it exports is a function in `default`.
const jsqr = jsqrModule.default;

const receipt = ['^^^CAREER DAY', '', '{code:A1B2C3; option:qrcode,6,m}', '-', 'Aurora Chips | C03 | ^1.00'].join('\n');

function hasInk(sheet: Sheet | undefined, top: number, bottom: number): boolean {
  return sheet?.raster.bits.subarray(top * 72, bottom * 72).some((byte) => byte !== 0) ?? false;
}

describe('an independent client, receiptio', () => {
  it.each(['escpos', 'epson', ''])('prints a receipt (-p "%s") that can be seen', async (language) => {
    const printer = await startOnUsualPort();
    const { host, sheets, commands } = printer;
    const options = `-d ${host} -l en ${language === '' ? '' : `-p ${language}`}`;
    expect(await print(receipt, options)).toBe('success');
    await printer.waitForSheets(1);

    const sheet = PNG.sync.read(encodePng(sheets[0]?.raster ?? createRaster(1, 1)));
    expect(jsqr(new Uint8ClampedArray(sheet.data), sheet.width, sheet.height)?.data).toBe('A1B2C3');
    // Characters, above and below the code.
    expect(hasInk(sheets[0], 0, 40)).toBe(true);
    expect(hasInk(sheets[0], 210, 260)).toBe(true);
    expect(commands.filter(({ name }) => name === 'unknown').map(({ bytes }) => [...bytes])).toEqual(
      // Looking for a language of its own, it first greets a Star printer: ESC ACK SOH.
      language === '' ? [[0x1b, 0x06], [0x01]] : [],
    );
    expect(printer.counts.realTimeInsideRaster).toBe(0);
  });

  it.each<[string, (printer: EscposSimulator) => void]>([
    ['online', () => undefined],
    [
      'online',
      (printer) => {
        printer.setPaperLow(true);
      },
    ],
    [
      'paperempty',
      (printer) => {
        printer.runOutOfPaper();
      },
    ],
    [
      'coveropen',
      (printer) => {
        printer.openCover();
      },
    ],
    [
      'error',
      (printer) => {
        printer.cutterError();
      },
    ],
    [
      'error',
      (printer) => {
        printer.overheat();
      },
    ],
    [
      'disconnect',
      (printer) => {
        printer.die();
      },
    ],
  ])('hears "%s"', async (status, happen) => {
    const printer = await startOnUsualPort();
    happen(printer);
    expect(await print('', `-d ${printer.host} -p escpos -q`)).toBe(status);
  });

  it('hears nothing of a printer that hangs', { timeout: 20_000 }, async () => {
    const printer = await startOnUsualPort();
    printer.hang();
    expect(await print('', `-d ${printer.host} -p escpos -q`)).toBe('offline');
  });

  it.each<[string, (printer: EscposSimulator) => void]>([
    [
      'paperempty',
      (printer) => {
        printer.runOutOfPaper(20);
      },
    ],
    [
      'coveropen',
      (printer) => {
        printer.atRow(20, () => {
          printer.openCover();
        });
      },
    ],
    [
      'error',
      (printer) => {
        printer.jamCutter();
      },
    ],
  ])('is told "%s" in the middle of a receipt', async (result, arrange) => {
    const printer = await startOnUsualPort();
    arrange(printer);
    expect(await print(receipt, `-d ${printer.host} -p escpos`)).toBe(result);
    expect(printer.sheets).toHaveLength(0);
    expect(printer.paperPastCut().height).toBeGreaterThan(0);
  });

  it('prints again once paper is loaded', async () => {
    const printer = await startOnUsualPort();
    printer.runOutOfPaper();
    expect(await print(receipt, `-d ${printer.host} -p escpos`)).toBe('paperempty');
    printer.loadPaper();
    expect(await print(receipt, `-d ${printer.host} -p escpos`)).toBe('success');
    expect(printer.sheets).toHaveLength(1);
  });
});
