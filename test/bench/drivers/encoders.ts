import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { transform } from 'receiptline';
import { isBlack, type Raster } from '../../../domain/raster.ts';
import { encodePng } from '../../../electron/printing/raster-png.ts';

/** What other libraries make of the same dots, as ESC/POS or Star line mode. */
export interface Encoder {
  readonly name: string;
  /** Every byte that goes to the printer; none leaves before all are made. */
  encode(raster: Raster): Promise<Uint8Array>;
}

const printImageBuffer: Encoder = {
  name: 'printImageBuffer',
  async encode(raster) {
    const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: 'tcp://127.0.0.1' });
    await printer.printImageBuffer(encodePng(raster));
    printer.cut();
    return printer.getBuffer();
  },
};

function createReceiptPrinterEncoder(language: 'esc-pos' | 'star-line'): Encoder {
  return {
    name: 'receipt-printer-encoder',
    encode(raster) {
      // It takes whole bytes of dots each way.
      const [width, height] = [raster.width, raster.height].map((dots) => Math.ceil(dots / 8) * 8) as [number, number];
      const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
      for (let y = 0; y < raster.height; y += 1) {
        for (let x = 0; x < raster.width; x += 1) {
          if (isBlack(raster, x, y)) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
        }
      }
      const encoder = new ReceiptPrinterEncoder({ language, imageMode: 'raster', columns: 48 });
      const image = { data: pixels, width, height } as unknown as ImageData;
      return Promise.resolve(encoder.initialize().image(image, width, height, 'threshold').cut().encode());
    },
  };
}

function createReceiptline(command: 'escpos' | 'starlinesbcs'): Encoder {
  return {
    name: 'receiptline',
    encode(raster) {
      const picture = encodePng(raster).toString('base64');
      const text = transform(`{image:${picture}}`, { command, cpl: 48, gradient: false, cutting: true });
      return Promise.resolve(Buffer.from(text, 'binary'));
    },
  };
}

/** By dialect; where no other library speaks it, what they make for ESC/POS stands beside ours. */
export const encodersOf = {
  'esc-pos': [printImageBuffer, createReceiptPrinterEncoder('esc-pos'), createReceiptline('escpos')],
  'star-line': [createReceiptPrinterEncoder('star-line'), createReceiptline('starlinesbcs'), printImageBuffer],
  other: [printImageBuffer],
} as const satisfies Record<string, readonly Encoder[]>;
