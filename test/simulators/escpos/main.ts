import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodePng } from '../../../electron/printing/raster-png.ts';
import { startEscposSimulator, type EscposSimulator } from './escpos-simulator.ts';

const faults: Record<string, (simulator: EscposSimulator) => void> = {
  'paper-out': (simulator) => {
    simulator.runOutOfPaper();
  },
  'paper-low': (simulator) => {
    simulator.setPaperLow(true);
  },
  'cover-open': (simulator) => {
    simulator.openCover();
  },
  offline: (simulator) => {
    simulator.goOffline();
  },
  cutter: (simulator) => {
    simulator.cutterError();
  },
  overheated: (simulator) => {
    simulator.overheat();
  },
  hang: (simulator) => {
    simulator.hang();
  },
};

const help = `Simulates an ESC/POS receipt printer on a raw TCP port and keeps each sheet as a picture.

  node test/simulators/escpos/main.ts --out DIR [options]

  --out DIR       folder for the sheets: sheet-0001.png, and sheet-0001.bin, the bytes received since the cut before
  --port N        9100 unless told; 0 takes any free port
  --host ADDRESS  127.0.0.1 unless told
  --width DOTS    width of the print area, 576 unless told
  --pace MS       milliseconds a row; 0, the default, prints at once, 0.6 is like a usual printer
  --fault FAULT   begins with it, or gets it after --rows: ${Object.keys(faults).join(', ')}
  --rows N        rows to print before --fault strikes
  --help          this text

Ends on Ctrl-C. Exit 2: an option is wrong.`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        out: { type: 'string' },
        port: { type: 'string', default: '9100' },
        host: { type: 'string', default: '127.0.0.1' },
        width: { type: 'string', default: '576' },
        pace: { type: 'string', default: '0' },
        fault: { type: 'string' },
        rows: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'the options are wrong');
  }
}

function refuse(reason: string): never {
  console.error(`${reason}\n\n${help}`);
  process.exit(2);
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  return text.trim() !== '' && number >= 0 ? number : refuse(`--${name} takes a number, not "${text}"`);
}

const options = readOptions();
if (options.help) {
  console.log(help);
  process.exit(0);
}
const folder = options.out ?? refuse('--out DIR is missing');
const strike =
  options.fault === undefined ? undefined : (faults[options.fault] ?? refuse(`no fault is called "${options.fault}"`));
const rows = readNumber('rows', options.rows);
mkdirSync(folder, { recursive: true });

const simulator = await startEscposSimulator({
  port: readNumber('port', options.port),
  host: options.host,
  widthDots: readNumber('width', options.width),
  millisecondsPerRow: readNumber('pace', options.pace),
});
if (rows === 0) strike?.(simulator);
else if (strike !== undefined)
  simulator.atRow(rows, () => {
    strike(simulator);
  });
console.log(`Printing to ${folder} at tcp://${simulator.host}:${String(simulator.port)}`);

process.on('SIGINT', () => void simulator.close().then(() => process.exit(0)));
process.on('SIGTERM', () => void simulator.close().then(() => process.exit(0)));

for (let count = 1; ; count += 1) {
  const sheet = (await simulator.waitForSheets(count))[count - 1];
  if (sheet === undefined) break;
  const name = join(folder, `sheet-${String(count).padStart(4, '0')}`);
  writeFileSync(`${name}.png`, encodePng(sheet.raster));
  writeFileSync(`${name}.bin`, sheet.bytes);
  const { unknown, realTimeInsideRaster } = simulator.counts;
  console.log(
    `${name}.png  ${String(sheet.raster.height)} rows, ${String(sheet.bytes.length)} bytes, ` +
      `${String(unknown)} unknown commands, ${String(realTimeInsideRaster)} real-time commands inside pictures so far`,
  );
}
