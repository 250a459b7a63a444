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

/** Of each kind of value: how it is written in kiosk.json, for the file's JSON Schema. */
export const writtenForms = new WeakMap<z.core.$ZodType, z.ZodType>();

function writtenAs<Schema extends z.ZodType>(written: z.ZodType, schema: Schema): Schema {
  writtenForms.set(schema, written);
  return schema;
}

function given<Value>(schema: z.ZodType<Value>) {
  return z.object({ value: schema }).transform(({ value }) => value);
}

export function path(words: string) {
  const written = z.string(words).min(1, words);
  return writtenAs(written, z.object({ value: written, base: z.string() }).transform(toAbsolute));
}

function toAbsolute({ value, base }: { value: string; base: string }): string {
  return resolve(base, value);
}

export function text(schema: z.ZodType<string>) {
  return writtenAs(schema, given(schema));
}

export function wholeNumber({ from, to, unit }: { from: number; to: number; unit?: string }) {
  const words = `write a whole number${unit === undefined ? '' : ` of ${unit}`} from ${from} to ${to}`;
  const number = z.int(words).min(from, words).max(to, words);
  return writtenAs(number, given(z.preprocess((value) => (isDigits(value) ? Number(value) : value), number)));
}

function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,9}$/.test(value);
}

const switchWords: Record<string, boolean> = { true: true, yes: true, '1': true, false: false, no: false, '0': false };

export function onOrOff() {
  const toBoolean = (value: unknown) =>
    typeof value === 'string' && Object.hasOwn(switchWords, value) ? switchWords[value] : value;
  const written = z.boolean('write true or false');
  return writtenAs(written, given(z.preprocess(toBoolean, written)));
}

/** An address with the path of its folder made whole. */
export function printerAddress() {
  const written = z.string(addressForms);
  const schema = z.object({ value: written, base: z.string() }).transform(({ value, base }, context): string => {
    const address = parsePrinterAddress(value);
    if (address.ok) return describePrinter(inFolder(address.value, base));
    context.addIssue({ code: 'custom', message: addressForms });
    return z.NEVER;
  });
  return writtenAs(written, schema);
}

const entryForms =
  'write a list such as [{"id": "badges", "address": "tcp://192.168.1.50:9100", "model": "epson-tm-t88vi", "documents": ["badge"]}]';

/** JSON in a flag or a variable, the list itself in kiosk.json. */
export function printerEntries() {
  const written = z.array(printerEntrySchema).min(1);
  const schema = z
    .object({ value: z.unknown(), base: z.string() })
    .transform(({ value, base }, context): PrinterEntry[] => {
      const entries = written.safeParse(typeof value === 'string' ? parseJson(value) : value);
      const [issue] = entries.error?.issues ?? [];
      if (!entries.success) {
        const place =
          issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: ${issue.message}; `;
        context.addIssue({ code: 'custom', message: `${place}${entryForms}` });
        return z.NEVER;
      }
      return entries.data.map((entry) => {
        const address = parsePrinterAddress(entry.address);
        return address.ok ? { ...entry, address: describePrinter(inFolder(address.value, base)) } : entry;
      });
    });
  return writtenAs(written, schema);
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

const hubWords = ['ask', 'embedded', 'none'] as const;

/** Which hub a kiosk talks to: the one of the code that somebody types on its first screen, its own, none, or one elsewhere. */
export type HubOption = (typeof hubWords)[number] | HubAddress;

export function hub() {
  const words = 'write ask, embedded, none, or HOST:PORT of a hub, such as 192.168.1.20:7443';
  const written = z.string(words);
  const schema = z.object({ value: written }).transform(({ value }, context): HubOption => {
    const word = hubWords.find((each) => each === value);
    if (word !== undefined) return word;
    const address = parseAddress(value);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', message: words });
    return z.NEVER;
  });
  return writtenAs(written, schema);
}

/** Port 0 takes a free one. */
export function listenAddress() {
  const words = 'write HOST:PORT, such as 127.0.0.1:0 or, for kiosks that enrol with this one, 0.0.0.0:7443';
  return text(z.string(words).refine((value) => parseAddress(value.replace(/:0$/, ':1')) !== null, words));
}

/** Where new versions come from: `hub`, `off`, or a folder, whose path is made whole. */
export function updatesFrom() {
  const words = 'write hub, off, or folder:DIR, such as folder:/media/stick';
  return z.object({ value: z.string(words), base: z.string() }).transform(({ value, base }, context): string => {
    if (value === 'hub' || value === 'off') return value;
    const [, folder] = /^folder:(.+)$/u.exec(value) ?? [];
    if (folder !== undefined) return `folder:${resolve(base, folder)}`;
    context.addIssue({ code: 'custom', message: words });
    return z.NEVER;
  });
}
