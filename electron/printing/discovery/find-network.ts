import { setTimeout as delay } from 'node:timers/promises';
import { Bonjour, type Service } from 'bonjour-service';
import { z } from 'zod';
import type { PrinterAddress } from '../printer-address.ts';
import type { Sighting } from './find-usb.ts';

/** What a printer announces (DNS-SD, RFC 6763): its raw port first, because a driver of ours knows more of it than IPP tells. */
const serviceTypes = ['pdl-datastream', 'ipp', 'ipps', 'printer'] as const;
type ServiceType = (typeof serviceTypes)[number];

/** The keys of Bonjour Printing (1.2.1, 9.2) that name a model and its IPP path. Whatever else a stranger on the network says is passed over. */
const textSchema = z
  .object({
    rp: z.string().max(200).optional().catch(undefined),
    ty: z.string().max(200).optional().catch(undefined),
    usb_mfg: z.string().max(200).optional().catch(undefined),
    usb_mdl: z.string().max(200).optional().catch(undefined),
  })
  .catch({});

export interface NetworkSearch {
  readonly withinMilliseconds: number;
  /** The interface, address and port of mDNS; the usual ones unless a test has its own. */
  readonly socket?: { readonly interface?: string; readonly bind?: string; readonly port?: number };
}

/** Printers that answer to mDNS (RFC 6762) in time, one line for each raw port or print service. None where the network cannot be asked. */
export async function findNetworkPrinters({ withinMilliseconds, socket = {} }: NetworkSearch): Promise<Sighting[]> {
  const bonjour = new Bonjour(socket, () => undefined);
  const heard: { readonly type: ServiceType; readonly service: Service }[] = [];
  for (const type of serviceTypes) {
    bonjour.find({ type }, (service) => heard.push({ type, service }));
  }
  await delay(withinMilliseconds);
  await new Promise<void>((resolve) => {
    bonjour.destroy(resolve);
  });
  const sightings = new Map<string, Sighting>();
  for (const type of serviceTypes) {
    for (const { service } of heard.filter((one) => one.type === type)) {
      const sighting = readService(type, service);
      if (sighting !== null) sightings.set(JSON.stringify(sighting.address), sighting);
    }
  }
  return [...sightings.values()];
}

function readService(type: ServiceType, service: Service): Sighting | null {
  const host = (service.addresses ?? []).find((address) => /^[\d.]+$/.test(address)) ?? service.host.replace(/\.$/, '');
  if (host === '' || service.port < 1 || service.port > 65_535) return null;
  const text = textSchema.parse(lowerKeys(service.txt));
  const model = text.ty ?? `${text.usb_mfg ?? ''} ${text.usb_mdl ?? ''}`.trim();
  const calledItself = printable(model === '' ? service.name : model);
  return { address: readAddress(type, { host, port: service.port, queue: text.rp }), calledItself };
}

function readAddress(type: ServiceType, at: { host: string; port: number; queue: string | undefined }): PrinterAddress {
  const { host, port, queue } = at;
  switch (type) {
    case 'pdl-datastream':
      return { kind: 'tcp', host, port };
    // LPD (RFC 1179) tells nothing of what became of a sheet; machines that have it have the raw port, too.
    case 'printer':
      return { kind: 'tcp', host, port: 9100 };
    case 'ipp':
    case 'ipps':
      return {
        kind: 'ipp',
        isSecure: type === 'ipps',
        host,
        port,
        path: `/${(queue ?? 'ipp/print').replace(/^\//, '')}`,
      };
  }
}

function lowerKeys(text: unknown): Record<string, unknown> {
  const entries = typeof text === 'object' && text !== null ? Object.entries(text) : [];
  return Object.fromEntries(entries.map(([key, value]) => [key.toLowerCase(), value]));
}

/** What a stranger calls itself goes to a terminal: no control characters. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 80);
}
