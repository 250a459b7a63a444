import { describe, expect, it } from 'vitest';
import { describePrinter, parsePrinterAddress } from './printer-address.ts';

describe('parsePrinterAddress', () => {
  it.each([
    ['folder:/var/lib/foyer/sheets', { kind: 'folder', folder: '/var/lib/foyer/sheets' }],
    ['folder:C:\\Foyer\\sheets', { kind: 'folder', folder: 'C:\\Foyer\\sheets' }],
    ['tcp://192.168.1.50:9100', { kind: 'tcp', host: '192.168.1.50', port: 9100 }],
    ['tcp://printer-3.hall.example', { kind: 'tcp', host: 'printer-3.hall.example', port: 9100 }],
    ['tcp://[fe80::1%eth0]:9101', { kind: 'tcp', host: 'fe80::1%eth0', port: 9101 }],
    ['tcp://host:65535/', { kind: 'tcp', host: 'host', port: 65_535 }],
    ['usb:/dev/usb/lp0', { kind: 'usb', path: '/dev/usb/lp0' }],
    ['serial:/dev/ttyUSB0', { kind: 'serial', path: '/dev/ttyUSB0', baud: 115_200, flow: 'rts-cts' }],
    ['serial:COM3?baud=9600&flow=none', { kind: 'serial', path: 'COM3', baud: 9_600, flow: 'none' }],
    ['ipp://printer.local', { kind: 'ipp', isSecure: false, host: 'printer.local', port: 631, path: '/ipp/print' }],
    [
      'ipps://[::1]:8631/printers/a%20b',
      { kind: 'ipp', isSecure: true, host: '::1', port: 8_631, path: '/printers/a%20b' },
    ],
    ['queue:Reception desk', { kind: 'queue', name: 'Reception desk' }],
  ])('reads %s', (text, value) => {
    expect(parsePrinterAddress(text)).toEqual({ ok: true, value });
  });

  it.each([
    'folder:/sheets',
    'tcp://[fe80::1]:9101',
    'usb:/dev/usb/lp0',
    'serial:COM3?baud=9600&flow=none',
    'ipps://host:631/printers/a',
    'queue:Reception desk',
  ])('reads back %s as it is described', (text) => {
    const address = parsePrinterAddress(text);
    expect(address.ok && describePrinter(address.value)).toBe(text);
  });

  it.each([
    ['', 'unknown-scheme'],
    ['lpt1:', 'unknown-scheme'],
    ['usb:04b8', 'device-missing'],
    ['serial:', 'device-missing'],
    ['serial:/dev/ttyS0?baud=fast', 'baud-out-of-range'],
    ['serial:/dev/ttyS0?baud=75', 'baud-out-of-range'],
    ['serial:/dev/ttyS0?flow=xon', 'flow-unknown'],
    ['ipp://', 'host-missing'],
    ['ipp:///ipp/print', 'host-missing'],
    ['ipps://host:0/ipp/print', 'port-out-of-range'],
    ['queue: ', 'name-missing'],
    ['folder:', 'folder-missing'],
    ['tcp://', 'host-missing'],
    ['tcp://:9100', 'host-missing'],
    ['tcp://host:0', 'port-out-of-range'],
    ['tcp://host:65536', 'port-out-of-range'],
    ['tcp://host:port', 'not-only-host-and-port'],
    ['tcp://user@host:9100', 'not-only-host-and-port'],
    ['tcp://host:9100/queue', 'not-only-host-and-port'],
  ])('refuses "%s": %s', (text, reason) => {
    expect(parsePrinterAddress(text)).toEqual({ ok: false, reason });
  });
});
