import type { DoctorFinding } from '../../domain/doctor-report.ts';
import type { Check, Found } from './check.ts';
import { bad } from './check.ts';

export interface ExamineParts {
  readonly checks: readonly Check[];
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Called when a check begins. */
  readonly onBegin?: (check: Check) => void;
  /** Called with what a check has found. */
  readonly onEnd?: (findings: readonly DoctorFinding[]) => void;
}

/**
 * One check after the other, so that none is measured in the noise of another. A check that throws or takes too long is a finding and
 * stops nothing.
 */
export async function examine({ checks, pause, onBegin, onEnd }: ExamineParts): Promise<DoctorFinding[]> {
  const findings: DoctorFinding[] = [];
  for (const check of checks) {
    onBegin?.(check);
    const found = (await run(check, pause)).map((each): DoctorFinding => ({ check: check.name, ...each }));
    onEnd?.(found);
    findings.push(...found);
  }
  return findings;
}

async function run(check: Check, pause: ExamineParts['pause']): Promise<readonly Found[]> {
  const stop = new AbortController();
  const limit = pause(check.limitSeconds * 1000, stop.signal).then(() => [
    bad('amber', 'doctor-check-slow', { limitSeconds: check.limitSeconds }),
  ]);
  try {
    const examined = check.examine(stop.signal);
    // One that was given up may still fail, and nobody listens.
    examined.catch(() => undefined);
    return await Promise.race([examined, limit]);
  } catch (error) {
    return [bad('amber', 'doctor-check-failed', { reason: describe(error) })];
  } finally {
    stop.abort();
  }
}

/** The error's name and the place in our own code; a message may quote what lies on the disk. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place = /at (?:async )?(\S+)/.exec(error.stack?.split('\n')[1] ?? '')?.[1] ?? '';
  return `${error.name}${code}${place === '' ? '' : ` in ${place}`}`.slice(0, 200);
}
