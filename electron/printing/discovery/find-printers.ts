import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import type { PrinterStatus } from '../../../domain/print-job.ts';
import type { ConfiguredPrinter } from '../configured-printer.ts';
import { openPrinter } from '../open-printer.ts';
import { describePrinter } from '../printer-address.ts';
import { findNetworkPrinters, type NetworkSearch } from './find-network.ts';
import { findUsbPrinters, type Sighting } from './find-usb.ts';
import { matchProfile, type FoundPrinter } from './found-printer.ts';

export interface PrinterSearch {
  readonly configured: readonly ConfiguredPrinter[];
  readonly profiles: readonly PrinterProfile[];
  readonly network: NetworkSearch;
  /** `/`, or a copy of it for a test. */
  readonly root?: string;
}

/** All printers within reach, each address once: the configured first, then what is plugged in, then what the network has. */
export async function findPrinters({ configured, profiles, network, root }: PrinterSearch): Promise<FoundPrinter[]> {
  const [usb, onNetwork] = await Promise.all([findUsbPrinters(root), findNetworkPrinters(network)]);
  const found = new Map<string, FoundPrinter>();
  const add = (printer: FoundPrinter) => {
    const key = describePrinter(printer.address);
    if (!found.has(key)) found.set(key, printer);
  };
  for (const { entry, address, profile } of configured) {
    add({ by: 'configuration', address, profile, calledItself: entry.id, isGuess: false });
  }
  const addSightings = (by: FoundPrinter['by'], sightings: readonly Sighting[]) => {
    for (const sighting of sightings) {
      const match = matchProfile(sighting, profiles);
      if (match !== null) add({ by, ...sighting, ...match });
    }
  };
  addSightings('usb', usb);
  addSightings('network', onNetwork);
  return [...found.values()];
}

/** How a printer stands now. It is only asked; nothing is printed. */
export async function askPrinter({ address, profile }: FoundPrinter): Promise<PrinterStatus> {
  const [media] = profile.media;
  if (media === undefined) return { faults: ['offline'], paperLow: false };
  const entry = { id: 'found', address: describePrinter(address), documents: ['test' as const], isShared: false };
  const printer = openPrinter({ entry, address, profile, media });
  const status = await printer.status();
  await printer.close();
  return status;
}
