import type { Judgement } from './ledger.ts';
import type { Outcome } from './fault.ts';

export interface Tally {
  /** One more injection. */
  run(): void;
  add(judgement: Judgement): void;
  /** Something did not go on, or did not hold. */
  stuck(what: string): void;
  /** A figure worth telling. */
  note(text: string): void;
  outcome(): Outcome;
}

/** The longest list of complaints that anybody reads. */
const keptComplaints = 10;

/** Sums up what the rounds of a fault brought. */
export function createTally(): Tally {
  const sum = { runs: 0, promised: 0, lost: 0, doubled: 0, stuck: 0 };
  const notes: string[] = [];
  const complaints: string[] = [];
  function complain(what: string): void {
    if (complaints.length < keptComplaints) complaints.push(what);
  }
  return {
    run() {
      sum.runs += 1;
    },
    add({ promised, lost, doubled, foreign }) {
      sum.promised += promised;
      sum.lost += lost.length;
      sum.doubled += doubled.length;
      sum.stuck += foreign.length;
      for (const id of lost) complain(`lost ${id}`);
      for (const id of doubled) complain(`doubled ${id}`);
      for (const id of foreign) complain(`nobody entered ${id}`);
    },
    stuck(what) {
      sum.stuck += 1;
      complain(what);
    },
    note(text) {
      notes.push(text);
    },
    outcome: () => ({ ...sum, note: [...notes, ...complaints].join('; ') }),
  };
}
