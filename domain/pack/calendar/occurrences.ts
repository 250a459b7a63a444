import type { Component } from './components.ts';
import { day, readMoment, toInstant, toOwnWall, type Moment, type ZoneSettings } from './event-times.ts';
import { followRule, type StepBudget } from './recurrence.ts';
import { readWall, type Instant, type WallTime } from './zone-time.ts';

export interface OccurrenceSettings extends ZoneSettings {
  /** As YYYY-MM-DD; empty when they are not known, and then nothing is repeated. */
  readonly days: readonly string[];
  readonly budget: StepBudget;
}

/** Whether an event repeats itself. */
export function isRepeated({ properties }: Component): boolean {
  return properties.some(({ name }) => name === 'rrule' || name === 'rdate');
}

/**
 * When a repeated event starts on the event's days or in the night after one of them: RRULE and RDATE without EXDATE and without those that
 * stand in the file on their own. `isWhole` is false when a rule could not be followed, and its first time stands for all.
 */
export function listStarts(
  event: { readonly component: Component; readonly start: Moment; readonly replaced: ReadonlySet<Instant> },
  settings: OccurrenceSettings,
): { starts: readonly Moment[]; isWhole: boolean } {
  const { component, start, replaced } = event;
  const { own, days, budget } = settings;
  const lastDay = days.toSorted().at(-1);
  const last = lastDay === undefined ? start.wall : Date.parse(`${lastDay}T00:00Z`) + 2 * day;
  const walls = new Set<WallTime>();
  let isWhole = true;
  const rules = component.properties.filter(({ name }) => name === 'rrule');
  if (rules.length === 0) walls.add(start.wall);
  for (const { values } of rules) {
    const rule = values[0] as Record<string, unknown>;
    const followed = followRule({
      rule,
      start: start.wall,
      until: readUntil(rule['until'], start, settings),
      last,
      budget,
    });
    if (followed === null) isWhole = false;
    for (const wall of followed ?? [start.wall]) walls.add(wall);
  }
  const starts = [...walls].map((wall): Moment => ({ ...start, wall }));
  for (const moment of listMoments(component, 'rdate', settings)) {
    starts.push(moment.isDate === start.isDate ? moment : { ...start, wall: moment.wall + (start.wall % day) });
  }
  const without = listMoments(component, 'exdate', settings);
  const instants = new Set(without.filter(({ isDate }) => isDate === start.isDate).map((each) => toInstant(each, own)));
  const dates = new Set(without.filter(({ isDate }) => isDate).map(({ wall }) => wall));
  const kept = starts.filter((each) => {
    const instant = toInstant(each, own);
    const isOut = instants.has(instant) || dates.has(each.wall - (each.wall % day)) || replaced.has(instant);
    return !isOut && (days.length === 0 || isOnDays(toOwnWall(each, own), days));
  });
  const inOrder = kept.toSorted((a, b) => toInstant(a, own) - toInstant(b, own));
  if (inOrder.length <= mostStarts) return { starts: inOrder, isWhole };
  return { starts: inOrder.slice(0, 1), isWhole: false };
}

function listMoments({ properties }: Component, name: string, settings: ZoneSettings): Moment[] {
  return properties
    .filter((property) => property.name === name)
    .flatMap((property) =>
      // A period has its start first.
      property.values.flatMap((value) => readMoment(property, settings, Array.isArray(value) ? value[0] : value) ?? []),
    );
}

/** UNTIL on the clock of the start; a date is a day that still counts. */
function readUntil(written: unknown, start: Moment, { own }: ZoneSettings): WallTime | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z)?)?/i.exec(
    typeof written === 'string' ? written : '',
  );
  if (match === null) return null;
  const [, year, month, date, hours, minutes, seconds, z] = match;
  const wall = readWall([year, month, date, hours ?? '23', minutes ?? '59', seconds ?? '59']);
  if (wall === null || z === undefined) return wall;
  return start.isDate ? own.toWall(wall) : start.zone.toWall(wall);
}

/** Something that starts more often than that during an event is no session. */
const mostStarts = 200;
const lateNight = 6;

function isOnDays(wall: WallTime, days: readonly string[]): boolean {
  const date = new Date(wall);
  const isNight = date.getUTCHours() < lateNight;
  return days.includes(toDate(wall)) || (isNight && days.includes(toDate(wall - day)));
}

function toDate(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 10);
}
