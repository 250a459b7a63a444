import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { ConfiguredPrinter } from '../../../printing/configured-printer.ts';
import { toMedia } from '../../../printing/driver-parts.ts';
import type { Printer } from '../../../printing/printer.ts';
import { printPages } from './print-page.ts';
import { createSpooler, runPowerShell, type RunPowerShell } from './spooler.ts';
import { createWindowsPrinter } from './windows-printer.ts';

/** Drivers for the printers that are queues of Windows, in their places; null for all others, and on every other system. */
export function openWindowsQueues(
  printers: readonly ConfiguredPrinter[],
  {
    platform,
    Window,
    run = runPowerShell,
  }: {
    platform: NodeJS.Platform;
    Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
    run?: RunPowerShell;
  },
): (Printer | null)[] {
  return printers.map(({ address, media }) =>
    platform === 'win32' && address.kind === 'queue'
      ? createWindowsPrinter({
          queue: address.name,
          media: toMedia(media),
          spooler: createSpooler(run),
          printPages: (document) => printPages(Window, document),
        })
      : null,
  );
}
