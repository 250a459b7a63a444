import { z } from 'zod';
import { printerFaults, type PrinterFault, type PrinterStatus } from '../../../domain/print-job.ts';
import { attributesOf } from './ipp-attributes.ts';
import type { IppMessage } from './ipp-message.ts';

/** What Get-Printer-Attributes is asked for. */
export const printerAttributes = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'operations-supported',
  'document-format-supported',
  'media-col-supported',
  'cups-version',
  'device-uri',
] as const;

export interface QueueStatus extends PrinterStatus {
  readonly state: 'idle' | 'processing' | 'stopped';
  /** Its "completed" means paper, and not only that the bytes went out of the machine. */
  readonly knowsPaper: boolean;
  readonly takesPdf: boolean;
  readonly canCreateJob: boolean;
  readonly takesMediaSize: boolean;
}

const strings = z.array(z.string()).catch([]);
const schema = z.object({
  // RFC 8011, section 5.4.11.
  'printer-state': z.tuple([z.union([z.literal(3), z.literal(4), z.literal(5)])]),
  'printer-state-reasons': strings,
  'printer-is-accepting-jobs': z.tuple([z.boolean()]).catch([true]),
  'operations-supported': z.array(z.number()).catch([]),
  'document-format-supported': strings,
  'media-col-supported': strings,
  'cups-version': z.tuple([z.string()]).or(z.undefined()).catch(undefined),
  'device-uri': z.tuple([z.string()]).or(z.undefined()).catch(undefined),
});

const states = { 3: 'idle', 4: 'processing', 5: 'stopped' } as const;
const createJob = 0x0005;

/** Null: the answer is none that a printer may give. */
export function readPrinter(message: IppMessage): QueueStatus | null {
  const read = schema.safeParse(attributesOf(message, 'printer'));
  if (!read.success) return null;
  const attributes = read.data;
  const state = states[attributes['printer-state'][0]];
  const reasons = attributes['printer-state-reasons'].map(readReason);
  const faults = new Set(reasons.flatMap(({ keyword, severity }) => faultOf(keyword, severity) ?? []));
  if (!attributes['printer-is-accepting-jobs'][0]) faults.add('offline');
  if (state === 'stopped' && faults.size === 0) faults.add('faulty');
  const formats = attributes['document-format-supported'];
  return {
    state,
    faults: printerFaults.filter((fault) => faults.has(fault)),
    paperLow: reasons.some(({ keyword }) => keyword === 'media-low' || keyword === 'media-empty'),
    knowsPaper: knowsPaper(attributes['cups-version']?.[0], attributes['device-uri']?.[0]),
    takesPdf: formats.length === 0 || formats.includes('application/pdf'),
    canCreateJob: attributes['operations-supported'].includes(createJob),
    takesMediaSize: attributes['media-col-supported'].includes('media-size'),
  };
}

type Severity = 'report' | 'warning' | 'error';

/** Section 5.4.12: a keyword, then `-report`, `-warning` or `-error`; none of them is an error. */
function readReason(reason: string): { keyword: string; severity: Severity } {
  const match = /^(?<keyword>.+)-(?<severity>report|warning|error)$/u.exec(reason);
  if (match === null) return { keyword: reason, severity: 'error' };
  return { keyword: match.groups?.['keyword'] ?? '', severity: match.groups?.['severity'] as Severity };
}

/** Whatever their severity. */
const always: Readonly<Record<string, PrinterFault>> = {
  offline: 'offline',
  shutdown: 'offline',
  paused: 'offline',
  'moving-to-paused': 'offline',
  'timed-out': 'offline',
  'connecting-to-device': 'offline',
};

/** What stops a printer (RFC 8011, section 5.4.12; PWG 5100.9, table 3), if it is an error. A warning may be about another tray. */
const errors: readonly [RegExp, PrinterFault][] = [
  [/^media-(?:empty|needed)$|^input-tray-missing$/u, 'paper-out'],
  [/cover-open|door-open|interlock-open/u, 'cover-open'],
  [/cutter|trimmer/u, 'cutter'],
  [/over-temp|overheat|temperature/u, 'overheated'],
  [/^media-jam|jam$|-empty$|-full$|-missing$|-failure$|failed$|^other$|unrecoverable/u, 'faulty'],
];

function faultOf(keyword: string, severity: Severity): PrinterFault | undefined {
  const known = always[keyword];
  if (known !== undefined || severity !== 'error') return known;
  return errors.find(([pattern]) => pattern.test(keyword))?.[1];
}

/**
 * A printer that is asked itself knows. CUPS calls a job completed when its back end has handed over the last byte; of its back ends only
 * those that speak IPP wait until the printer has completed it, too.
 */
function knowsPaper(cupsVersion: string | undefined, deviceUri: string | undefined): boolean {
  if (cupsVersion === undefined) return true;
  return /^(?:ipps?:|implicitclass:|dnssd:.*_ipps?\._tcp)/u.test(deviceUri ?? '');
}
