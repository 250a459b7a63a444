import type { RemarkWords } from '../remarks.ts';

/** What is told of events in any kind of calendar. */
export const calendarRemarks = {
  cancelled: {
    one: 'is cancelled and left out.',
    several: 'are cancelled and left out.',
    instead: 'Nothing need be done.',
    leftOut: 'cancelled',
  },
  private: {
    one: 'is marked private or confidential and left out.',
    several: 'are marked private or confidential and left out.',
    instead: 'Make it public if visitors are meant to see it.',
    leftOut: 'private',
  },
  untitled: {
    one: 'has no title and is left out.',
    several: 'have no title and are left out.',
    instead: 'Write a title.',
    leftOut: 'no title',
  },
  startless: {
    one: 'has no start and is left out.',
    several: 'have no start and are left out.',
    instead: 'Write when it starts.',
    leftOut: 'no start',
  },
  reversed: {
    one: 'ends before it starts and is left out.',
    several: 'end before they start and are left out.',
    instead: 'Write an end that is later than the start.',
    leftOut: 'ends before it starts',
  },
  endless: {
    one: 'has no end; an hour is taken for it.',
    several: 'have no end; an hour is taken for each.',
    instead: 'Write when it ends.',
  },
  elsewhen: {
    one: "repeats itself, but not on the event's days, and is left out.",
    several: "repeat themselves, but not on the event's days, and are left out.",
    instead: 'Look at "days" in event.json if visitors are meant to see it.',
    leftOut: "not on the event's days",
  },
  outdated: {
    one: 'stands in the file in a newer form, too; the older one is left out.',
    several: 'stand in the file in a newer form, too; the older ones are left out.',
    instead: 'Nothing need be done.',
    leftOut: 'an older form',
  },
  foreign: {
    one: 'is in a language that kiosks do not speak; its text is shown where English stands.',
    several: 'are in a language that kiosks do not speak; their texts are shown where English stands.',
    instead: 'Write the texts in English or Chinese too.',
  },
} as const satisfies Record<string, RemarkWords>;

export type CalendarRemark = keyof typeof calendarRemarks;
export const sessionNouns = ['session', 'sessions'] as const;
