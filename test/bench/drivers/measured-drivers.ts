import { createTcpConnect } from '../../../electron/printing/connection/tcp.ts';
import type { DriverParts } from '../../../electron/printing/driver-parts.ts';
import { createBrotherQlPrinter } from '../../../electron/printing/brother-ql/brother-ql-printer.ts';
import { createEscposPrinter } from '../../../electron/printing/escpos/escpos-printer.ts';
import type { Printer } from '../../../electron/printing/printer.ts';
import { shippedProfile } from '../../../electron/printing/profiles/known-profiles.ts';
import { createStarLinePrinter } from '../../../electron/printing/star-line/star-line-printer.ts';
import { createZplPrinter } from '../../../electron/printing/zpl/zpl-printer.ts';
import { createQueuePrinter } from '../../../electron/printing/queue/queue-printer.ts';
import type { MediaName } from '../../../domain/print-job.ts';
import { startBrotherQlSimulator } from '../../simulators/brother-ql/brother-ql-simulator.ts';
import { startEscposSimulator } from '../../simulators/escpos/escpos-simulator.ts';
import { startIppSimulator } from '../../simulators/ipp/ipp-simulator.ts';
import { startStarLineSimulator } from '../../simulators/star-line/star-line-simulator.ts';
import { startZplSimulator } from '../../simulators/zpl/zpl-simulator.ts';
import type { encodersOf } from './encoders.ts';
import { startTap, type Tap } from './tap.ts';

interface OpenDriver {
  readonly printer: Printer;
  readonly tap: Tap;
  close(): Promise<void>;
}

export interface MeasuredDriver {
  readonly name: string;
  readonly media: MediaName;
  readonly encoders: keyof typeof encodersOf;
  /** The issue asks for 30 KB a badge on ESC/POS and ZPL. */
  readonly hasByteGoal: boolean;
  open(): Promise<OpenDriver>;
}

interface Simulator {
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A driver behind a tap on a simulator. */
async function openBehindTap(
  simulator: Simulator,
  createPrinter: (address: { host: string; port: number }) => Printer,
): Promise<OpenDriver> {
  const tap = await startTap(simulator);
  const printer = createPrinter({ host: '127.0.0.1', port: tap.port });
  return {
    printer,
    tap,
    async close() {
      await printer.close();
      await simulator.close();
      await tap.close();
    },
  };
}

/** Of a model as it is shipped, with one of its media. */
function partsOf(model: string, mediaName: string): Pick<DriverParts, 'profile' | 'media' | 'isShared'> {
  const profile = shippedProfile(model);
  const media = profile.media.find(({ name }) => name === mediaName);
  if (media === undefined) throw new Error(`${model} has no ${mediaName}.`);
  return { profile, media, isShared: false };
}

export const measuredDrivers: readonly MeasuredDriver[] = [
  {
    name: 'ESC/POS 72 mm',
    media: '72mm',
    encoders: 'esc-pos',
    hasByteGoal: true,
    open: async () =>
      openBehindTap(await startEscposSimulator(), (address) =>
        createEscposPrinter({ connect: createTcpConnect(address), ...partsOf('epson-tm-m30iii', '72mm') }),
      ),
  },
  {
    name: 'ZPL 104 mm',
    media: '104mm-203',
    encoders: 'other',
    hasByteGoal: true,
    open: async () =>
      openBehindTap(await startZplSimulator(), (address) =>
        createZplPrinter({ connect: createTcpConnect(address), ...partsOf('zebra-zd421-203', '104mm-203') }),
      ),
  },
  {
    name: 'Brother QL 62 mm',
    media: '62mm',
    encoders: 'other',
    hasByteGoal: false,
    open: async () =>
      openBehindTap(await startBrotherQlSimulator(), (address) =>
        createBrotherQlPrinter({ connect: createTcpConnect(address), ...partsOf('brother-ql-820nwb', '62mm') }),
      ),
  },
  {
    name: 'Star line mode 72 mm',
    media: '72mm',
    encoders: 'star-line',
    hasByteGoal: false,
    async open() {
      const simulator = await startStarLineSimulator();
      const { host, port } = simulator.port;
      return openBehindTap({ host, port, close: () => simulator.close() }, (address) =>
        createStarLinePrinter({ connect: createTcpConnect(address), ...partsOf('star-mc-print3', '72mm') }),
      );
    },
  },
  {
    name: 'Queue (IPP) A6',
    media: 'A6',
    encoders: 'other',
    hasByteGoal: false,
    open: async () =>
      openBehindTap(await startIppSimulator(), ({ host, port }) =>
        createQueuePrinter({
          address: { kind: 'ipp', isSecure: false, host, port, path: '/ipp/print' },
          ...partsOf('generic-queue', 'A6'),
        }),
      ),
  },
];
