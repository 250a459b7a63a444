import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import type { z } from 'zod';
import {
  doctorReportSchema,
  goLiveSchema,
  signedDoctorReportSchema,
  signedGoLiveSchema,
  type DoctorReport,
  type GoLive,
  type GoLiveReason,
  type SignedDoctorReport,
} from '../../domain/doctor-report.ts';
import { digestText, isSignedText, signText } from '../../domain/protocol/signed-text.ts';
import { writeWhole } from '../files/write-whole.ts';

const reportFile = 'doctor.json';
const goLiveFile = 'go-live.json';

/** Signs a report with the kiosk's key and keeps it in the data folder. @throws what the disk says */
export function keepReport(
  data: string,
  { report, key }: { report: DoctorReport; key: KeyObject },
): SignedDoctorReport {
  const text = JSON.stringify(report);
  const signed: SignedDoctorReport = { report: text, signature: signText(text, key) };
  writeWhole(join(data, reportFile), `${JSON.stringify(signed, null, 2)}\n`);
  return signed;
}

/** As it lies there, whoever signed it; null when there is none that can be read. */
export function readSignedReport(data: string): SignedDoctorReport | null {
  return readJson(join(data, reportFile), signedDoctorReportSchema);
}

/** The last report, when this kiosk's own key signed it. @param publicKey Ed25519, 32 bytes, base64url */
export function readReport(data: string, publicKey: string): { report: DoctorReport; digest: string } | null {
  const signed = readSignedReport(data);
  if (signed === null || !isSignedText({ text: signed.report, signature: signed.signature }, publicKey)) return null;
  const report = doctorReportSchema.safeParse(parse(signed.report));
  return report.success ? { report: report.data, digest: digestText(signed.report) } : null;
}

/** Keeps a supervisor's word on the last report. @returns false when there is no report to speak of. @throws what the disk says */
export function keepGoLive(
  data: string,
  { reason, at, key, publicKey }: { reason: GoLiveReason; at: string; key: KeyObject; publicKey: string },
): boolean {
  const last = readReport(data, publicKey);
  if (last === null) return false;
  const statement = JSON.stringify({ kind: 'go-live', report: last.digest, reason, at } satisfies GoLive);
  writeWhole(
    join(data, goLiveFile),
    `${JSON.stringify({ statement, signature: signText(statement, key) }, null, 2)}\n`,
  );
  return true;
}

/** The supervisor's word, when this kiosk signed it. */
export function readGoLive(data: string, publicKey: string): GoLive | null {
  const signed = readJson(join(data, goLiveFile), signedGoLiveSchema);
  if (signed === null || !isSignedText({ text: signed.statement, signature: signed.signature }, publicKey)) return null;
  const statement = goLiveSchema.safeParse(parse(signed.statement));
  return statement.success ? statement.data : null;
}

function readJson<Value>(path: string, schema: z.ZodType<Value>): Value | null {
  try {
    if (!existsSync(path)) return null;
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
