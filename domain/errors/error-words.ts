import type { Language } from '../localised.ts';

type Words = Readonly<Record<Language, string>>;

export interface ErrorWords {
  /** Short and kind, with the next step; nothing of how the kiosk works. */
  readonly visitor: Words;
  /** What happened and what to do, for the person who looks after the kiosk. */
  readonly operator: Words;
}

/** Of an error that no visitor meets; should one see it all the same, this is what to do. */
export const forStaffOnly = {
  en: 'Please ask our staff.',
  'zh-Hant': '請向職員查詢。',
  'zh-Hans': '请询问工作人员。',
} as const satisfies Words;
