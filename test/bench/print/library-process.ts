import process from 'node:process';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { readClock } from '../harness/clock.ts';

/** What the library's README does with a picture, in a process of its own as our host is one. Told what to print by its parent. */
process.on('message', ({ png, printer: address }: { png: string; printer: string }) => {
  void (async () => {
    const picture = Buffer.from(png, 'base64');
    const beganAt = readClock();
    const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: address });
    await printer.printImageBuffer(picture);
    printer.cut();
    await printer.execute();
    process.send?.(beganAt);
  })();
});
