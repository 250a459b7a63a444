import type { PrinterEntry, PrinterProfile } from '../../domain/printer-profile.ts';
import type { PrinterMedia } from './driver-parts.ts';
import type { PrinterAddress } from './printer-address.ts';

/** One printer of the configuration, with everything that its names stand for. */
export interface ConfiguredPrinter {
  readonly entry: PrinterEntry;
  readonly address: PrinterAddress;
  readonly profile: PrinterProfile;
  /** What it holds: one of the profile's. */
  readonly media: PrinterMedia;
}
