import ICAL from 'ical.js';
import type { WallTime } from './zone-time.ts';

/** Steps that all rules of a file may take together: enough for a daily rule of twenty-seven years. */
export interface StepBudget {
  steps: number;
}
export const mostSteps = 10_000;

/** One day after another, in steps of a day: ical.js counts a longer interval one by one. */
const longestInterval = 366;

/**
 * When a rule lets something start, up to `last`, as the wall clock shows it where the rule was written. Null for a rule that cannot be
 * followed: one that names no time at all, or too many.
 * @param rule as jCal writes it (RFC 7265, 3.6.10)
 * @param until the rule's own end on that clock, if it has one
 */
export function followRule(task: {
  rule: Readonly<Record<string, unknown>>;
  start: WallTime;
  until: WallTime | null;
  last: WallTime;
  budget: StepBudget;
}): WallTime[] | null {
  const { rule, start, until, last, budget } = task;
  const { interval = 1, freq } = rule;
  if (typeof interval !== 'number' || interval < 1 || interval > longestInterval || freq === 'SECONDLY') return null;
  const starts: WallTime[] = [];
  try {
    const followed = ICAL.Recur.fromData({ ...rule, until: undefined });
    const end = toTime(Math.min(until ?? last, last));
    followed.until = end;
    const iterator = new ICAL.RecurIterator({ rule: followed, dtstart: toTime(start) });
    // The loop in which ical.js looks for a day that a rule allows asks this at each step, and has no end of its own (30 February): past
    // the end any answer closes it.
    const check = iterator.check_contracting_rules.bind(iterator);
    iterator.check_contracting_rules = () => {
      takeStep(budget);
      return iterator.last.compare(end) > 0 || check();
    };
    for (let time = iterator.next() as ICAL.Time | null; time !== null; time = iterator.next() as ICAL.Time | null) {
      takeStep(budget);
      starts.push(Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second));
    }
  } catch {
    // ical.js throws on rules that contradict themselves, and `takeStep` on one without an end.
    return null;
  }
  return starts;
}

function takeStep(budget: StepBudget): void {
  budget.steps -= 1;
  if (budget.steps < 0) throw new RangeError('The rule takes too many steps.');
}

function toTime(wall: WallTime): ICAL.Time {
  const date = new Date(wall);
  return ICAL.Time.fromData({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDate: false,
  });
}
