import { judgeFindings, type GoLiveReason } from '../../domain/doctor-report.ts';
import { readGoLive, readReport } from './report-file.ts';

/** Whether the last examination lets visitors begin. */
export type Verdict =
  | { readonly mayOpen: true; readonly because: 'not-examined' | 'well' }
  /** It was red, and a supervisor has let it go live all the same. */
  | { readonly mayOpen: true; readonly because: 'allowed'; readonly reason: GoLiveReason }
  | { readonly mayOpen: false };

/**
 * By what lies in the data folder. A report that this kiosk did not sign counts as none: then the kiosk was not examined, which the hub's page
 * shows. Whoever can write there can take the report away; the gate keeps a technician from forgetting, not a thief from opening.
 * @param publicKey of the kiosk, Ed25519, 32 bytes, base64url
 */
export function readVerdict(data: string, publicKey: string): Verdict {
  const last = readReport(data, publicKey);
  if (last === null) return { mayOpen: true, because: 'not-examined' };
  if (judgeFindings(last.report.findings) !== 'red') return { mayOpen: true, because: 'well' };
  const word = readGoLive(data, publicKey);
  if (word?.report !== last.digest) return { mayOpen: false };
  return { mayOpen: true, because: 'allowed', reason: word.reason };
}
