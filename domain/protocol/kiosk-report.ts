import { z } from 'zod';
import { goLiveReasons, signedDoctorReportSchema } from '../doctor-report.ts';
import { slugSchema } from '../event.ts';
import { kioskGateSchema } from '../kiosk-gate.ts';
import { jobOutcomeSchema, printCopies, printDocuments } from '../print-job.ts';
import { printerReportSchema } from '../printer-report.ts';
import { tintsSchema } from '../raster.ts';
import { staffNumberSchema } from '../staff/staff-member.ts';
import { updateReportSchema } from './update-report.ts';

/** POST /v1/reports, every ten seconds, when something changes, and when the hub says `orders` on the news stream. Names no visitor. */
export const kioskReportSchema = z.strictObject({
  version: z.string().max(40),
  shell: z.enum(['electron', 'chromium']),
  printers: z.array(printerReportSchema).max(20),
  /** Records that the hub has not answered for. */
  waiting: z.int().min(0),
  deadLetters: z.int().min(0),
  isPackBroken: z.boolean(),
  /** 15 wrong PINs. */
  isStaffLocked: z.boolean(),
  /** A visitor or a member of staff is at it. */
  isBusy: z.boolean(),
  /** An older kiosk knows no gate. */
  gate: kioskGateSchema.default({ state: 'open' }),
  /** Its last examination, as it lies there; null when there was none. Whether this kiosk signed it, the hub looks. */
  doctor: signedDoctorReportSchema.nullable().default(null),
  /** A supervisor lets it take visitors although that examination was red; null when nobody does. */
  goLive: z.enum(goLiveReasons).nullable().default(null),
  /** An older kiosk says nothing of updates. */
  update: updateReportSchema.optional(),
});
export type KioskReport = z.infer<typeof kioskReportSchema>;

/** Of a kiosk where nothing is the matter. */
export function createQuietReport(version: string): KioskReport {
  return {
    version,
    shell: 'chromium',
    printers: [],
    waiting: 0,
    deadLetters: 0,
    isPackBroken: false,
    isStaffLocked: false,
    isBusy: false,
    gate: { state: 'open' },
    doctor: null,
    goLive: null,
  };
}

const orderHead = { id: z.uuidv7() };
/** What staff ask of a kiosk from elsewhere. The hub keeps it in memory only, until the kiosk has answered, for two minutes at most. */
export const kioskOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...orderHead,
    kind: z.literal('print'),
    printer: slugSchema,
    document: z.enum(printDocuments),
    copy: z.enum(printCopies),
    /** As the bridge's `print` takes it: rows as base64. */
    raster: z.strictObject({
      width: z.int().min(1).max(4096),
      height: z.int().min(1).max(8192),
      bits: z.base64(),
      tints: tintsSchema.optional(),
    }),
  }),
  z.strictObject({ ...orderHead, kind: z.literal('pause'), printer: slugSchema }),
  z.strictObject({ ...orderHead, kind: z.literal('resume'), printer: slugSchema }),
  /** Sends its documents to another printer of the same kiosk; null takes that back. */
  z.strictObject({ ...orderHead, kind: z.literal('move'), printer: slugSchema, to: slugSchema.nullable() }),
  /** Paper was changed: counting begins anew. */
  z.strictObject({ ...orderHead, kind: z.literal('paper-changed'), printer: slugSchema }),
  z.strictObject({ ...orderHead, kind: z.literal('unlock-staff') }),
  /** A new version is put in as soon as nobody is there, whatever the hour. */
  z.strictObject({ ...orderHead, kind: z.literal('update-now') }),
  /** Takes visitors although its last examination was red, until the next. */
  z.strictObject({ ...orderHead, kind: z.literal('go-live'), reason: z.enum(goLiveReasons) }),
]);
export type KioskOrder = z.infer<typeof kioskOrderSchema>;

export const reportAnswerSchema = z.object({ orders: z.array(kioskOrderSchema).max(20) });
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;

/** POST /v1/order-results: how an order ended. Sent again until it is taken; a second time changes nothing. */
export const orderResultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('printed'), outcome: jobOutcomeSchema }),
  z.strictObject({ kind: z.literal('refused'), reason: z.enum(['unknown-printer', 'wrong-raster', 'failed']) }),
]);
export type OrderResult = z.infer<typeof orderResultSchema>;
export const orderResultRequestSchema = z.strictObject({ id: z.uuidv7(), result: orderResultSchema });

/** The name of the event on GET /v1/news that says that orders wait for this kiosk. */
export const ordersEvent = 'orders';

/** Who asked for something, in a kiosk's own log and the hub's trail. */
export const staffTraceSchema = z.strictObject({ number: staffNumberSchema, kiosk: slugSchema.nullable() });
