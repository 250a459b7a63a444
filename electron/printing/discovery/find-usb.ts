import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrinterAddress } from '../printer-address.ts';

export interface Sighting {
  readonly address: PrinterAddress;
  readonly calledItself: string;
}

/**
 * The USB printers that Linux's `usblp` drives, with the device id that each gives of itself (IEEE 1284, 7.6), as the kernel keeps it in sysfs.
 * @param root `/`, or a copy of it for a test
 */
export async function findUsbPrinters(root = '/'): Promise<Sighting[]> {
  const folder = join(root, 'sys/class/usbmisc');
  const names = await readdir(folder).catch(() => []);
  const printers = names.filter((name) => /^lp\d+$/.test(name)).sort();
  return Promise.all(
    printers.map(async (name) => ({
      address: { kind: 'usb' as const, path: `/dev/usb/${name}` },
      calledItself: readDeviceId(await readFile(join(folder, name, 'device/ieee1284_id'), 'utf8').catch(() => '')),
    })),
  );
}

/** `MFG:EPSON;CMD:ESC/POS;MDL:TM-T88VI;CLS:PRINTER;` → `EPSON TM-T88VI (ESC/POS)` */
export function readDeviceId(text: string): string {
  const fields = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) fields.set(part.slice(0, colon).trim().toUpperCase(), part.slice(colon + 1).trim());
  }
  const maker = fields.get('MFG') ?? fields.get('MANUFACTURER') ?? '';
  const model = fields.get('MDL') ?? fields.get('MODEL') ?? fields.get('DES') ?? '';
  const commands = fields.get('CMD') ?? fields.get('COMMAND SET') ?? '';
  const name = model.toUpperCase().startsWith(maker.toUpperCase()) ? model : `${maker} ${model}`;
  return `${name.trim() || 'USB printer'}${commands === '' ? '' : ` (${commands})`}`;
}
