import type { ErrorWords } from './error-words.ts';

/** Why a seat of the programme is neither booked nor waited for. */
export const seatErrors = {
  'session-closed': {
    visitor: {
      en: 'The seats of this session have just been closed. Ask at its door when it begins.',
      'zh-Hant': '這個節目的座位預留剛剛截止。請在開始時到門口查詢。',
      'zh-Hans': '这场活动的座位预约刚刚截止。请在开始时到门口询问。',
    },
    operator: {
      en: 'Staff have closed the seats of this session. A supervisor opens them again under Programme on the staff page.',
      'zh-Hant': '職員已截止這個節目的座位預留。主管可在職員頁面的「節目」重新開放。',
      'zh-Hans': '工作人员已截止这场活动的座位预约。主管可在工作人员页面的“日程”中重新开放。',
    },
  },
} as const satisfies Record<string, ErrorWords>;
