import { createHistogram, type Percentiles } from './histogram.ts';
import type { Verdict } from './judge.ts';
import type { Sample } from './measure.ts';
import type { Recovery, Served } from './serve-all.ts';

/** What all kiosks of a run went through together. */
export interface Soaked {
  readonly samples: readonly Sample[];
  /** Milliseconds. */
  readonly frames: Percentiles;
  readonly registering: Percentiles;
  readonly recoveries: readonly Recovery[];
  readonly spoiled: readonly string[];
  readonly restarts: readonly string[];
  readonly journalBytesPerRecord: number;
  /** Megabytes, of each kiosk. */
  readonly atRest: readonly number[];
  readonly ledger: Readonly<Record<'promised' | 'lost' | 'doubled' | 'foreign', number>>;
  readonly verdicts: readonly Verdict[];
}

export function conclude(served: readonly Served[]): Soaked {
  const all = <Item>(of: (one: Served) => readonly Item[]) => served.flatMap((one) => of(one));
  const sum = (of: (one: Served) => number) => served.reduce((total, one) => total + of(one), 0);
  const frames = createHistogram();
  const registering = createHistogram();
  for (const one of served) {
    frames.add(one.frames.counts);
    registering.add(one.registering.counts);
  }
  const recoveries = all((one) => one.recoveries);
  const spoiled = all((one) => one.spoiled);
  const restarts = all((one) => one.restarts);
  const ledger = {
    promised: sum(({ judgement }) => judgement.promised),
    lost: sum(({ judgement }) => judgement.lost.length),
    doubled: sum(({ judgement }) => judgement.doubled.length),
    foreign: sum(({ judgement }) => judgement.foreign.length),
  };
  return {
    samples: all((one) => one.samples),
    frames: frames.summarise(),
    registering: registering.summarise(),
    atRest: served.map((one) => one.atRest),
    ...{ recoveries, spoiled, restarts, ledger },
    journalBytesPerRecord: Math.round(sum(({ journalBytes }) => journalBytes) / Math.max(ledger.promised, 1)),
    verdicts: judge({ recoveries, spoiled, restarts, ledger, left: all(({ left }) => (left === null ? [] : [left])) }),
  };
}

interface Judged extends Pick<Soaked, 'recoveries' | 'spoiled' | 'restarts' | 'ledger'> {
  readonly left: readonly string[];
}

function judge({ recoveries, spoiled, restarts, ledger, left }: Judged): Verdict[] {
  const recovered = recoveries.filter(({ seconds }) => seconds !== null).length;
  const outside = spoiled.filter((each) => each.includes('during nothing') || each.startsWith('after'));
  const { promised, lost, doubled, foreign } = ledger;
  return [
    {
      goal: 'after every fault the next visitor is served',
      found: `${recovered} of ${recoveries.length}, ${restarts.length} restarts by hand`,
      isMet: recovered === recoveries.length && restarts.length === 0,
    },
    {
      goal: 'outside of faults every visit ends as it must',
      found: outside.length === 0 ? 'all did' : `${outside.length} did not: ${outside[0] ?? ''}`,
      isMet: outside.length === 0,
    },
    {
      goal: 'what was promised is at the hub, once',
      found: [`${promised} promised, ${lost} lost, ${doubled} doubled, ${foreign} foreign`, ...left].join('; '),
      isMet: promised > 0 && lost + doubled + foreign === 0 && left.length === 0,
    },
  ];
}
