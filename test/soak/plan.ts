import { languages, type Language } from '../../domain/localised.ts';
import { createKnownVisitor, createTicketCode } from '../faults/secrets/known-visitors.ts';
import type { Random } from '../faults/harness/random.ts';
import type { Visitor } from '../journeys/visitor.ts';
import type { FaultName } from './trouble.ts';

/** What visitors come for, and how many of a hundred do. */
const shares = {
  'walk-in': 42,
  'walk-in by keys': 2,
  'ticket scanned': 13,
  'ticket typed': 8,
  'job and map': 10,
  'shortlist and walk': 7,
  hall: 6,
  match: 4,
  'starts over': 3,
  'walks away': 3,
  staff: 2,
} as const;
export type VisitKind = keyof typeof shares;
export const visitKinds = Object.keys(shares) as VisitKind[];

export interface PlannedVisit {
  readonly kind: VisitKind;
  readonly visitor: Visitor;
  /** Of those who registered before the event; '' of all others. */
  readonly ticket: string;
}

export interface PlannedFault {
  readonly name: FaultName;
  /** Begins before this visitor, from 0. */
  readonly at: number;
  /** So many visitors come while it lasts. */
  readonly lasts: number;
}

export interface Plan {
  readonly visits: readonly PlannedVisit[];
  readonly faults: readonly PlannedFault[];
}

/** The page's life is counted from its last death, so it dies early, and once more at the end. */
const deaths = [0.06, 0.12, 0.97];
/** Visitors between the beginnings of two other faults; fewer where there are few visitors. */
const usualGap = 25;

export interface PlanOptions {
  readonly visitors: number;
  readonly random: Random;
  readonly faults: readonly FaultName[];
}

/** Who comes, and what goes wrong when; the same for the same draws. */
export function drawPlan({ visitors, random, faults }: PlanOptions): Plan {
  const kinds = drawKinds(visitors, random.split('kinds'));
  const people = random.split('people');
  const visits = kinds.map((kind): PlannedVisit => ({
    kind,
    visitor: { ...createKnownVisitor(people), language: people.pick<Language>(languages) },
    ticket: kind.startsWith('ticket') ? createTicketCode(people) : '',
  }));
  return { visits, faults: drawFaults(visitors, faults, random.split('faults')) };
}

/** As the shares say, to the visitor, and in any order; with few visitors every kind comes once if there is room. */
function drawKinds(visitors: number, random: Random): VisitKind[] {
  const counts = visitKinds.map((kind) => Math.max(Math.round((visitors * shares[kind]) / 100), 1));
  const all = visitKinds.flatMap((kind, place) => Array<VisitKind>(counts[place] ?? 0).fill(kind));
  const rest = Array<VisitKind>(Math.max(visitors - all.length, 0)).fill('walk-in');
  return random.shuffle([...all, ...rest]).slice(0, visitors);
}

/** In turn, so that each comes as often as the others; only one at a time. */
function drawFaults(visitors: number, names: readonly FaultName[], random: Random): PlannedFault[] {
  const others = names.filter((name) => name !== 'page killed');
  const gap = Math.max(Math.min(usualGap, Math.floor((visitors - 2) / Math.max(names.length, 1))), 3);
  const lasts = () => Math.min(random.integer(1, 5), gap - 2);
  const planned: PlannedFault[] = [];
  let turn: FaultName[] = [];
  for (let at = gap - 1; at + gap <= visitors; at += gap) {
    if (turn.length === 0) turn = random.shuffle(others);
    const name = turn.pop();
    if (name !== undefined) planned.push({ name, at, lasts: lasts() });
  }
  if (!names.includes('page killed')) return planned;
  const when = visitors < 100 ? [0.85] : deaths;
  // Between two others, which end before the last visitor of their gap.
  const killed = when.map((share) => Math.floor((share * visitors) / gap) * gap + gap - 2);
  return [
    ...planned,
    ...killed.filter((at) => at < visitors).map((at) => ({ name: 'page killed', at, lasts: 1 }) as const),
  ].toSorted((one, other) => one.at - other.at);
}
