import type { PrinterStatus } from '../../../domain/print-job.ts';
import { describePrinter } from '../printer-address.ts';
import type { FoundPrinter } from './found-printer.ts';

export interface ListedPrinter {
  readonly by: FoundPrinter['by'];
  /** For kiosk.json, with `model`. */
  readonly address: string;
  readonly model: string;
  readonly isGuess: boolean;
  readonly calledItself: string;
  readonly status: PrinterStatus;
}

export function toListed(printer: FoundPrinter, status: PrinterStatus): ListedPrinter {
  const { by, address, profile, isGuess, calledItself } = printer;
  return { by, address: describePrinter(address), model: profile.id, isGuess, calledItself, status };
}

/** For a technician's terminal: what it is, how it stands, and what to write into kiosk.json. */
export function describeListed({ by, address, model, isGuess, calledItself, status }: ListedPrinter): string {
  const state = status.faults.length > 0 ? status.faults.join(', ') : `ready${status.paperLow ? ', paper low' : ''}`;
  const entry = JSON.stringify({ printer: address, printerModel: model });
  const guess = isGuess ? '\n  Its model is not known: this is the plainest that fits. `--models` lists all.' : '';
  return `${calledItself} (${by}): ${state}\n  ${entry}${guess}`;
}
