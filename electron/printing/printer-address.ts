import { err, ok, type Result } from '../../domain/result.ts';

export type PrinterAddress =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

export type PrinterAddressReason =
  'unknown-scheme' | 'folder-missing' | 'host-missing' | 'port-out-of-range' | 'not-only-host-and-port';

/** The raw port of network printers (JetDirect). */
const usualPort = 9100;

/** Reads `folder:DIR` or `tcp://HOST[:PORT]` (port 9100 if none; an IPv6 host in brackets). */
export function parsePrinterAddress(text: string): Result<PrinterAddress, PrinterAddressReason> {
  if (text.startsWith('folder:')) {
    const folder = text.slice('folder:'.length);
    return folder === '' ? err('folder-missing') : ok({ kind: 'folder', folder });
  }
  if (text.startsWith('tcp://')) return parseHostAndPort(text.slice('tcp://'.length));
  return err('unknown-scheme');
}

function parseHostAndPort(text: string): Result<PrinterAddress, PrinterAddressReason> {
  const match = /^(?:\[(?<six>[0-9a-f:.]+(?:%[^\]]+)?)\]|(?<name>[^\s:/?#@[\]]*))(?::(?<port>\d+))?\/?$/iu.exec(text);
  if (match === null) return err('not-only-host-and-port');
  const host = match.groups?.['six'] ?? match.groups?.['name'] ?? '';
  if (host === '') return err('host-missing');
  const port = Number(match.groups?.['port'] ?? usualPort);
  return port >= 1 && port <= 65_535 ? ok({ kind: 'tcp', host, port }) : err('port-out-of-range');
}

/** As the option has it. */
export function describePrinter(address: PrinterAddress): string {
  if (address.kind === 'folder') return `folder:${address.folder}`;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `tcp://${host}:${String(address.port)}`;
}
