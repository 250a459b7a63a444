import { resolve } from 'node:path';
import { z } from 'zod';
import { printerEntrySchema, type PrinterEntry } from '../../domain/printer-profile.ts';
import { parseAddress, type HubAddress } from '../uplink/hub-target.ts';
import {
  addressForms,
  describePrinter,
  parsePrinterAddress,
  type PrinterAddress,
} from '../printing/printer-address.ts';

/** A value as a flag, the environment (text) or kiosk.json (JSON) gave it, with the folder that its relative paths start from. */
export interface GivenValue {
  readonly value: unknown;
  readonly base: string;
}

function given<Value>(schema: z.ZodType<Value>) {
  return z.object({ value: schema }).transform(({ value }) => value);
}

export function path(words: string) {
  return z.object({ value: z.string(words).min(1, words), base: z.string() }).transform(toAbsolute);
}

function toAbsolute({ value, base }: { value: string; base: string }): string {
  return resolve(base, value);
}

export function text(schema: z.ZodType<string>) {
  return given(schema);
}

export function wholeNumber({ from, to, unit }: { from: number; to: number; unit?: string }) {
  const words = `write a whole number${unit === undefined ? '' : ` of ${unit}`} from ${from} to ${to}`;
  const number = z.int(words).min(from, words).max(to, words);
  return given(z.preprocess((value) => (isDigits(value) ? Number(value) : value), number));
}

function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,9}$/.test(value);
}

const switchWords: Record<string, boolean> = { true: true, yes: true, '1': true, false: false, no: false, '0': false };

export function onOrOff() {
  const toBoolean = (value: unknown) =>
    typeof value === 'string' && Object.hasOwn(switchWords, value) ? switchWords[value] : value;
  return given(z.preprocess(toBoolean, z.boolean('write true or false')));
}

/** An address with the path of its folder made whole. */
export function printerAddress() {
  return z.object({ value: z.string(addressForms), base: z.string() }).transform(({ value, base }, context): string => {
    const address = parsePrinterAddress(value);
    if (address.ok) return describePrinter(inFolder(address.value, base));
    context.addIssue({ code: 'custom', message: addressForms });
    return z.NEVER;
  });
}

const entryForms =
  'write a list such as [{"id": "badges", "address": "tcp://192.168.1.50:9100", "model": "epson-tm-t88vi", "documents": ["badge"]}]';

/** JSON in a flag or a variable, the list itself in kiosk.json. */
export function printerEntries() {
  return z.object({ value: z.unknown(), base: z.string() }).transform(({ value, base }, context): PrinterEntry[] => {
    const entries = z
      .array(printerEntrySchema)
      .min(1)
      .safeParse(typeof value === 'string' ? parseJson(value) : value);
    const [issue] = entries.error?.issues ?? [];
    if (!entries.success) {
      const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: ${issue.message}; `;
      context.addIssue({ code: 'custom', message: `${place}${entryForms}` });
      return z.NEVER;
    }
    return entries.data.map((entry) => {
      const address = parsePrinterAddress(entry.address);
      return address.ok ? { ...entry, address: describePrinter(inFolder(address.value, base)) } : entry;
    });
  });
}

function inFolder(address: PrinterAddress, base: string): PrinterAddress {
  return address.kind === 'folder' ? { kind: 'folder', folder: resolve(base, address.folder) } : address;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Which hub a kiosk talks to: its own, none, or one elsewhere. */
export type HubOption = 'embedded' | 'none' | HubAddress;

export function hub() {
  const words = 'write embedded, none, or HOST:PORT of a hub, such as 192.168.1.20:7443';
  return z.object({ value: z.string(words) }).transform(({ value }, context): HubOption => {
    if (value === 'embedded' || value === 'none') return value;
    const address = parseAddress(value);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', message: words });
    return z.NEVER;
  });
}

/** Port 0 takes a free one. */
export function listenAddress() {
  const words = 'write HOST:PORT, such as 127.0.0.1:0 or, for kiosks that enrol with this one, 0.0.0.0:7443';
  return text(z.string(words).refine((value) => parseAddress(value.replace(/:0$/, ':1')) !== null, words));
}
