import { errors, type ErrorCode } from '../../domain/errors.ts';
import type { DoctorFinding, DoctorReport, DoctorState } from '../../domain/doctor-report.ts';
import { judgeFindings } from '../../domain/doctor-report.ts';

const marks: Record<DoctorState, string> = { green: 'green ', amber: 'AMBER ', red: 'RED   ', skipped: 'skip  ' };

/** For a technician's terminal: state, check, what was found, and below it what to do. */
export function describeFinding({ check, state, facts, advice }: DoctorFinding): string {
  const found = Object.entries(facts)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
  const line = `${marks[state]} ${check.padEnd(12)} ${found}`.trimEnd();
  return advice === null ? line : `${line}\n       ${adviceWords(advice)}`;
}

/** A code of a newer Foyer is shown as it is. */
function adviceWords(advice: string): string {
  return Object.hasOwn(errors, advice) ? errors[advice as ErrorCode].operator.en : advice;
}

/** The last line. */
export function describeVerdict(findings: readonly Pick<DoctorReport['findings'][number], 'state'>[]): string {
  const count = (state: DoctorState) => findings.filter((finding) => finding.state === state).length;
  const numbers = `${String(count('green'))} green, ${String(count('amber'))} amber, ${String(count('red'))} red, ${String(count('skipped'))} not looked at`;
  switch (judgeFindings(findings)) {
    case 'green':
      return `This kiosk is ready (${numbers}).`;
    case 'amber':
      return `This kiosk may go live; put the amber things right when you can (${numbers}).`;
    case 'red':
      return `This kiosk is not ready (${numbers}). It takes no visitors until it is examined again, or a supervisor lets it go live in staff mode, page Kiosks.`;
  }
}
