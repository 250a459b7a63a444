import jsqrModule from 'jsqr';
import { PNG } from 'pngjs';
import { print } from 'receiptio';
import { encode } from 'uqr';
import { afterEach, describe, expect, it } from 'vitest';
import { createRaster, setBlack } from '../../../domain/raster.ts';
import { encodePng } from '../../../electron/printing/raster-png.ts';
import { startStarLineSimulator, type StarLineSimulator } from './star-line-simulator.ts';

/** receiptio always asks port 9100, so that each simulator gets a loopback address of its own; Linux has all of 127.0.0.0/8. */
const hosts = Array.from({ length: 40 }, (_, index) => `127.0.92.${String(((process.pid + index) % 250) + 1)}`);

let simulator: StarLineSimulator | null = null;
afterEach(() => simulator?.close());

async function startOnUsualPort(): Promise<StarLineSimulator> {
  for (const host of hosts) {
    simulator = await startStarLineSimulator({ host, port: 9100 }).catch(() => null);
    if (simulator !== null) return simulator;
  }
  throw new Error(`port 9100 is taken on all of ${hosts.join(', ')}`);
}

// Its typings describe a module, what it exports is a function in `default`.
const jsqr = jsqrModule.default;

/** Graphic mode prints pictures only. */
const receipt = `{image:${drawCode('A1B2C3').toString('base64')}}`;

function drawCode(text: string): Buffer {
  const { data, size } = encode(text);
  const dots = 8;
  const raster = createRaster(size * dots, size * dots);
  for (let y = 0; y < raster.height; y += 1)
    for (let x = 0; x < raster.width; x += 1)
      if (data[Math.floor(y / dots)]?.[Math.floor(x / dots)] === true) setBlack(raster, x, y);
  return encodePng(raster);
}

type Trouble = Parameters<StarLineSimulator['setTrouble']>[0];

describe('an independent client, receiptio, in Star graphic mode', () => {
  it('prints a code that can be read, in commands that the simulator knows', async () => {
    const printer = await startOnUsualPort();
    expect(await print(receipt, `-d ${printer.port.host} -p stargraphic`)).toBe('success');
    await printer.waitForPieces(1);
    const sheet = PNG.sync.read(encodePng(printer.paper.pieces[0]?.raster ?? createRaster(1, 1)));
    expect(jsqr(new Uint8ClampedArray(sheet.data), sheet.width, sheet.height)?.data).toBe('A1B2C3');
    expect(printer.counts).toMatchObject({ unknown: 0, realTimeInsideRaster: 0 });
  });

  it.each<[string, Trouble]>([
    ['online', {}],
    ['online', { paperLow: true }],
    ['paperempty', { paperOut: true }],
    ['coveropen', { coverOpen: true }],
    ['error', { cutter: true }],
  ])('hears "%s"', async (status, trouble) => {
    const printer = await startOnUsualPort();
    printer.setTrouble(trouble);
    expect(await print('', `-d ${printer.port.host} -p stargraphic -q`)).toBe(status);
  });

  it.each<[string, Trouble]>([
    ['paperempty', { paperOut: true }],
    ['coveropen', { coverOpen: true }],
  ])('is told "%s" in the middle of a receipt', async (result, trouble) => {
    const printer = await startOnUsualPort();
    printer.paper.atRow(20, () => {
      printer.setTrouble(trouble);
    });
    expect(await print(receipt, `-d ${printer.port.host} -p stargraphic`)).toBe(result);
    expect(printer.paper.pieces).toHaveLength(0);
  });
});
