import { assertNever } from '../../../domain/assert.ts';
import type { JobOutcome } from '../../../domain/print-job.ts';
import type { JobReport } from '../../../domain/printer-report.ts';
import type { PrintRequest } from './desk.ts';

const longest = 50;

/** The newest jobs of a printer, in memory only. */
export interface JobLog {
  /** @param at ISO 8601, for people */
  add(request: Pick<PrintRequest, 'id' | 'document' | 'copy'>, at: string): void;
  begin(id: string): void;
  end(id: string, outcome: JobOutcome): void;
  /** The newest first. */
  list(): JobReport[];
}

export function createJobLog(): JobLog {
  let jobs: readonly JobReport[] = [];
  const change = (id: string, part: Partial<JobReport>): void => {
    jobs = jobs.map((job) => (job.id === id ? { ...job, ...part } : job));
  };
  return {
    add({ id, document, copy }, at) {
      jobs = [{ id, document, copy, state: 'waiting' as const, fault: null, at }, ...jobs].slice(0, longest);
    },
    begin(id) {
      change(id, { state: 'printing' });
    },
    end(id, outcome) {
      change(id, { state: outcome.state, fault: faultOf(outcome) });
    },
    list: () => [...jobs],
  };
}

/** Why it failed; null otherwise. */
export function faultOf(outcome: JobOutcome): JobReport['fault'] {
  switch (outcome.state) {
    case 'failed':
      return outcome.fault;
    case 'printed':
    case 'unknown':
    case 'cancelled':
      return null;
    default:
      return assertNever(outcome);
  }
}
