import type { RemarkWords } from '../remarks.ts';

/** What is told of job postings. */
export const postingRemarks = {
  mended: {
    one: 'stands in JSON that is broken and was mended.',
    several: 'stand in JSON that is broken and was mended.',
    instead: 'Look whether its texts are whole, and tell who runs the site.',
  },
  untitled: {
    one: 'has no title and is left out.',
    several: 'have no title and are left out.',
    instead: 'Write a title.',
    leftOut: 'no title',
  },
  ended: {
    one: 'can be applied for only before the event and is left out.',
    several: 'can be applied for only before the event and are left out.',
    instead: 'Write a later "validThrough" if it is still open.',
    leftOut: 'closed before the event',
  },
  repeated: {
    one: 'stands in the file in JSON-LD, too, and is taken once.',
    several: 'stand in the file in another form, too, and are taken once.',
    instead: 'Nothing need be done.',
    leftOut: 'the same in another form',
  },
  textless: {
    one: 'has no description; its title stands for it.',
    several: 'have no description; their titles stand for them.',
    instead: 'Write a "description".',
  },
  foreign: {
    one: 'is in a language that kiosks do not speak; its text is shown where English stands.',
    several: 'are in a language that kiosks do not speak; their texts are shown where English stands.',
    instead: 'Write the texts in English or Chinese too.',
  },
} as const satisfies Record<string, RemarkWords>;

export type PostingRemark = keyof typeof postingRemarks;
export const postingNouns = ['job', 'jobs'] as const;
