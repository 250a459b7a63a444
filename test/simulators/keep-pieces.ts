import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodePng } from '../../electron/printing/raster-png.ts';
import type { Piece } from './paper.ts';
import { simulatedFaults, type SimulatedFault } from './printer-bench.ts';

interface LabelSimulator {
  readonly host: string;
  readonly port: number;
  readonly strike: (fault: SimulatedFault, when?: { afterRows: number }) => void;
  waitForPieces(count: number): Promise<readonly Piece[]>;
  readonly close: () => Promise<void>;
}

interface Command {
  /** What it simulates, as the first line of its help. */
  readonly about: string;
  /** As it is called. */
  readonly name: string;
  readonly start: (options: { port: number; host: string; millisecondsPerRow: number }) => Promise<LabelSimulator>;
}

const usage = ({ about, name }: Command): string => `${about}

  node test/simulators/${name}/main.ts --out DIR [options]

  --out DIR       folder for what is cut off: piece-0001.png
  --port N        9100 unless told; 0 takes any free port
  --host ADDRESS  127.0.0.1 unless told
  --pace MS       milliseconds a row; 0, the default, prints at once, 0.8 is like a usual printer
  --fault FAULT   begins with it, or gets it after --rows: ${simulatedFaults.join(', ')}
  --rows N        rows to print before --fault strikes
  --help          this text

Ends on Ctrl-C. Exit 2: an option is wrong.`;

/** Runs a simulated label printer until it is ended, and keeps each piece of paper as a picture. */
export async function keepPieces(command: Command): Promise<void> {
  function refuse(reason: string): never {
    console.error(`${reason}\n\n${usage(command)}`);
    process.exit(2);
  }
  function readNumber(name: string, text: string): number {
    const number = Number(text);
    return text.trim() !== '' && number >= 0 ? number : refuse(`--${name} takes a number, not "${text}"`);
  }
  const options = readOptions(refuse);
  if (options.help) {
    console.log(usage(command));
    return;
  }
  const folder = options.out ?? refuse('--out DIR is missing');
  const fault = simulatedFaults.find((one) => one === options.fault);
  if (options.fault !== undefined && fault === undefined) refuse(`no fault is called "${options.fault}"`);
  mkdirSync(folder, { recursive: true });

  const simulator = await command.start({
    port: readNumber('port', options.port),
    host: options.host,
    millisecondsPerRow: readNumber('pace', options.pace),
  });
  if (fault !== undefined) simulator.strike(fault, { afterRows: readNumber('rows', options.rows) });
  console.log(`Printing to ${folder} at tcp://${simulator.host}:${String(simulator.port)}`);
  process.on('SIGINT', () => void simulator.close().then(() => process.exit(0)));
  process.on('SIGTERM', () => void simulator.close().then(() => process.exit(0)));

  for (let count = 1; ; count += 1) {
    const piece = (await simulator.waitForPieces(count))[count - 1];
    if (piece === undefined) break;
    const path = join(folder, `piece-${String(count).padStart(4, '0')}.png`);
    writeFileSync(path, encodePng(piece.raster));
    console.log(`${path}  ${String(piece.raster.height)} rows${piece.isWhole ? '' : ', broken off'}`);
  }
}

function readOptions(refuse: (reason: string) => never) {
  try {
    return parseArgs({
      options: {
        out: { type: 'string' },
        port: { type: 'string', default: '9100' },
        host: { type: 'string', default: '127.0.0.1' },
        pace: { type: 'string', default: '0' },
        fault: { type: 'string' },
        rows: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'the options are wrong');
  }
}
