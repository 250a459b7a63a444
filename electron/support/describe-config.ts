import type { Config } from '../config/read-config.ts';
import { describePrinter } from '../printing/printer-address.ts';

const removed = '[removed]';

/**
 * The configuration as the program understood it, without what opens anything. Not the file: whoever wrote comments into it may have noted a
 * name or a PIN.
 */
export function describeConfig({ printers, enrol, ...options }: Config): Record<string, unknown> {
  return {
    ...options,
    ...(enrol !== undefined && { enrol: removed }),
    printers: printers.map(({ entry, address, profile, media }) => ({
      ...{ id: entry.id, address: hideCredentials(describePrinter(address)), model: profile.id, media: media.name },
      ...{ documents: entry.documents, isShared: entry.isShared },
    })),
  };
}

/** `ipp://name:password@host/path` says its host and path; of a query only the names. */
export function hideCredentials(address: string): string {
  return address
    .replace(/\/\/[^/@\s]*@/, `//${removed}@`)
    .replace(/([?&][^=&\s]*(?:key|pass|pin|secret|token)[^=&\s]*=)[^&\s]*/gi, `$1${removed}`);
}
