import { assertNever } from '../../domain/assert.ts';
import type { ConfiguredPrinter } from './configured-printer.ts';
import { connectStream } from './connection/connect-stream.ts';
import { streamDrivers, streamOf } from './drivers.ts';
import { toMedia } from './driver-parts.ts';
import { createFolderPrinter } from './folder-printer.ts';
import type { Printer } from './printer.ts';
import { createQueuePrinter } from './queue/queue-printer.ts';

/**
 * The driver for a printer of the configuration, which has seen to it that address and dialect go together. Opens nothing yet: a printer that is
 * away at the start may come later.
 */
export function openPrinter({ entry, address, profile, media }: ConfiguredPrinter): Printer {
  const { isShared } = entry;
  switch (address.kind) {
    case 'folder':
      return createFolderPrinter({ folder: address.folder, media: toMedia(media), ...streamOf({ profile, media }) });
    case 'tcp':
    case 'usb':
    case 'serial':
      return streamDrivers(profile.dialect)({
        connect: connectStream(address),
        profile,
        media,
        isShared,
        ...(address.kind === 'tcp' && { host: address.host }),
      });
    case 'ipp':
    case 'queue':
      return createQueuePrinter({ address, profile, media, isShared });
    default:
      return assertNever(address);
  }
}
