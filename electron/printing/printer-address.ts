import { err, ok, type Result } from '../../domain/result.ts';

/** A print service of the network (RFC 8011), or a queue of the system's own (CUPS, Windows) by its name. */
export type QueueAddress =
  | {
      readonly kind: 'ipp';
      readonly isSecure: boolean;
      readonly host: string;
      readonly port: number;
      /** Begins with a slash. */
      readonly path: string;
    }
  | { readonly kind: 'queue'; readonly name: string };

/** Where bytes go as they are. */
export type StreamAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'usb'; readonly path: string }
  | { readonly kind: 'serial'; readonly path: string; readonly baud: number; readonly flow: 'rts-cts' | 'none' };

export type PrinterAddress = { readonly kind: 'folder'; readonly folder: string } | StreamAddress | QueueAddress;

export type PrinterAddressReason =
  | 'unknown-scheme'
  | 'folder-missing'
  | 'host-missing'
  | 'port-out-of-range'
  | 'not-only-host-and-port'
  | 'device-missing'
  | 'baud-out-of-range'
  | 'flow-unknown'
  | 'name-missing';

/** The raw port of network printers (JetDirect), and the port of IPP. */
const usualPorts = { tcp: 9100, ipp: 631 };
const usualBaud = 115_200;

const schemes: Readonly<Record<string, (rest: string) => Result<PrinterAddress, PrinterAddressReason>>> = {
  'folder:': (folder) => (folder === '' ? err('folder-missing') : ok({ kind: 'folder', folder })),
  'tcp://': parseTcp,
  'usb:': (path) => (path.startsWith('/') ? ok({ kind: 'usb', path }) : err('device-missing')),
  'serial:': parseSerial,
  'ipp://': (rest) => parseIpp(rest, false),
  'ipps://': (rest) => parseIpp(rest, true),
  'queue:': (name) => (name.trim() === '' ? err('name-missing') : ok({ kind: 'queue', name })),
};

/** For people who write one. */
export const addressForms =
  'write folder:DIR for pictures in a folder, tcp://HOST:PORT for a network printer such as tcp://192.168.1.50:9100, usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=115200, ipp://HOST/PATH, or queue:NAME for a queue of the system';

/**
 * Reads `folder:DIR`, `tcp://HOST[:PORT]` (9100 if none; an IPv6 host in brackets), `usb:DEVICE`, `serial:DEVICE[?baud=N][&flow=none]`
 * (115200, RTS/CTS), `ipp[s]://HOST[:PORT][/PATH]` (631, /ipp/print) or `queue:NAME`.
 */
export function parsePrinterAddress(text: string): Result<PrinterAddress, PrinterAddressReason> {
  for (const [scheme, parse] of Object.entries(schemes)) {
    if (text.startsWith(scheme)) return parse(text.slice(scheme.length));
  }
  return err('unknown-scheme');
}

function parseTcp(text: string): Result<PrinterAddress, PrinterAddressReason> {
  const place = parseHostAndPort(text.replace(/\/$/, ''), usualPorts.tcp);
  return place.ok ? ok({ kind: 'tcp', ...place.value }) : place;
}

function parseIpp(text: string, isSecure: boolean): Result<PrinterAddress, PrinterAddressReason> {
  const slash = text.indexOf('/');
  const place = parseHostAndPort(slash === -1 ? text : text.slice(0, slash), usualPorts.ipp);
  const path = slash === -1 || slash === text.length - 1 ? '/ipp/print' : text.slice(slash);
  return place.ok ? ok({ kind: 'ipp', isSecure, ...place.value, path }) : place;
}

function parseHostAndPort(
  text: string,
  usualPort: number,
): Result<{ host: string; port: number }, PrinterAddressReason> {
  const match = /^(?:\[(?<six>[0-9a-f:.]+(?:%[^\]]+)?)\]|(?<name>[^\s:/?#@[\]]*))(?::(?<port>\d+))?$/iu.exec(text);
  if (match === null) return err('not-only-host-and-port');
  const host = match.groups?.['six'] ?? match.groups?.['name'] ?? '';
  if (host === '') return err('host-missing');
  const port = Number(match.groups?.['port'] ?? usualPort);
  return port >= 1 && port <= 65_535 ? ok({ host, port }) : err('port-out-of-range');
}

function parseSerial(text: string): Result<PrinterAddress, PrinterAddressReason> {
  const [path = '', query = ''] = text.split('?', 2);
  if (path === '') return err('device-missing');
  const asked = new URLSearchParams(query);
  const baud = Number(asked.get('baud') ?? usualBaud);
  if (!Number.isInteger(baud) || baud < 1_200 || baud > 921_600) return err('baud-out-of-range');
  const flow = asked.get('flow') ?? 'rts-cts';
  return flow === 'rts-cts' || flow === 'none' ? ok({ kind: 'serial', path, baud, flow }) : err('flow-unknown');
}

/** As the option has it. */
export function describePrinter(address: PrinterAddress): string {
  switch (address.kind) {
    case 'folder':
      return `folder:${address.folder}`;
    case 'tcp':
      return `tcp://${hostOf(address.host)}:${String(address.port)}`;
    case 'usb':
      return `usb:${address.path}`;
    case 'serial':
      return `serial:${address.path}?baud=${String(address.baud)}${address.flow === 'none' ? '&flow=none' : ''}`;
    case 'ipp':
      return `${address.isSecure ? 'ipps' : 'ipp'}://${hostOf(address.host)}:${String(address.port)}${address.path}`;
    case 'queue':
      return `queue:${address.name}`;
  }
}

function hostOf(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
