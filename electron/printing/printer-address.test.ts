import { describe, expect, it } from 'vitest';
import { parsePrinterAddress } from './printer-address.ts';

describe('parsePrinterAddress', () => {
  it.each([
    ['folder:/var/lib/foyer/sheets', { kind: 'folder', folder: '/var/lib/foyer/sheets' }],
    ['folder:C:\\Foyer\\sheets', { kind: 'folder', folder: 'C:\\Foyer\\sheets' }],
    ['tcp://192.168.1.50:9100', { kind: 'tcp', host: '192.168.1.50', port: 9100 }],
    ['tcp://printer-3.hall.example', { kind: 'tcp', host: 'printer-3.hall.example', port: 9100 }],
    ['tcp://[fe80::1%eth0]:9101', { kind: 'tcp', host: 'fe80::1%eth0', port: 9101 }],
    ['tcp://host:65535/', { kind: 'tcp', host: 'host', port: 65_535 }],
  ])('reads %s', (text, value) => {
    expect(parsePrinterAddress(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'unknown-scheme'],
    ['usb:04b8', 'unknown-scheme'],
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
