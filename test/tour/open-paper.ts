import type { Media } from '../../domain/print-job.ts';
import { startEscposSimulator, type EscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import { recordPrinter } from './recorded-printer.ts';

/** What is sent to the printer, drawn by the parser of the simulator. */
export interface Paper extends Pick<EscposSimulator, 'sheets' | 'commands' | 'close'> {
  /** For the kiosk: `tcp://HOST:PORT`. */
  readonly address: string;
  readonly media: Media;
  readonly counts: Pick<EscposSimulator['counts'], 'unknown' | 'realTimeInsideRaster'>;
}

interface PaperOptions {
  /** Null: one is simulated. */
  readonly printer: { readonly host: string; readonly port: number } | null;
  readonly media: Media;
  /** Of the simulated one. */
  readonly millisecondsPerRow: number;
}

export async function openPaper({ printer, media, millisecondsPerRow }: PaperOptions): Promise<Paper> {
  if (printer !== null) return { ...(await recordPrinter(printer, media.widthDots)), media };
  const simulator = await startEscposSimulator({ widthDots: media.widthDots, millisecondsPerRow });
  const { sheets, commands, host, port } = simulator;
  return {
    address: `tcp://${host}:${String(port)}`,
    media,
    sheets,
    commands,
    get counts() {
      return simulator.counts;
    },
    close: () => simulator.close(),
  };
}
