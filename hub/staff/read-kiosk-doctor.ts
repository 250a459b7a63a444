import { doctorReportSchema, judgeFindings, type SignedDoctorReport } from '../../domain/doctor-report.ts';
import { isSignedText } from '../../domain/protocol/signed-text.ts';
import type { KioskDoctor } from '../../domain/protocol/staff-calls.ts';

/**
 * What a kiosk's report of its examination is worth. The kiosk's request proves that the kiosk sent it; the report's own signature, that this
 * kiosk wrote it, and not somebody who put a green one into its data folder.
 * @param publicKey that the kiosk was enrolled with
 */
export function readKioskDoctor(signed: SignedDoctorReport | null, publicKey: string): KioskDoctor | null {
  if (signed === null) return null;
  if (!isSignedText({ text: signed.report, signature: signed.signature }, publicKey)) return { state: 'forged' };
  const report = doctorReportSchema.safeParse(parse(signed.report));
  // A newer kiosk may look at more than this hub knows.
  return report.success ? { state: judgeFindings(report.data.findings), report: report.data } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
