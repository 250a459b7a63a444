import type { Found, Locate, ReaderSettings } from '../pack-source.ts';
import type { Problem } from '../problem.ts';
import { Remarks } from '../remarks.ts';
import { calendarRemarks, sessionNouns, type CalendarRemark } from './calendar-remarks.ts';
import { shapeScheduleEvent, type ScheduleEvent } from './schedule-event.ts';
import { findZone, utc } from './zone-time.ts';

/** The events of a schedule as sessions; `row` counts them from 1. */
export function takeSchedule(task: {
  readonly events: readonly ScheduleEvent[];
  /** `time_zone_name` of the schedule; '' when it says none. */
  readonly zoneName: string;
  readonly settings: ReaderSettings;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
}): Found {
  const { events, zoneName, settings, locate } = task;
  const remarks = new Remarks<CalendarRemark>(calendarRemarks, sessionNouns);
  const own = findZone(settings.timeZone ?? 'UTC') ?? utc;
  const zones = { own, zone: findZone(zoneName) ?? own, language: settings.language };
  const records = events.flatMap((event, index) => {
    const row = index + 1;
    const shaped = shapeScheduleEvent(event, zones);
    if (shaped.fault !== null) {
      remarks.add(shaped.fault, locate(row, []));
      return [];
    }
    if (shaped.isForeign) remarks.add('foreign', locate(row, []));
    if (shaped.isEndless) remarks.add('endless', locate(row, []));
    return [{ row, value: shaped.fields }];
  });
  return {
    records,
    headings: null,
    complete: true,
    locate,
    problems: [...task.problems, ...remarks.tell()],
    leftOut: remarks.countLeftOut(),
    skipWithout: ['start', 'end', 'title'],
  };
}

/** What is found in a file of which nothing can be read. */
export function findNothing(file: string, problems: readonly Problem[]): Found {
  return { records: [], headings: null, complete: false, locate: () => ({ file }), problems };
}
