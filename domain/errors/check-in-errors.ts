import type { ErrorWords } from './error-words.ts';

/** Codes and seats: what `checkIn`, `takeSeat` and `cancelSeat` can answer beside a record. */
export const checkInErrors = {
  'unknown-code': {
    visitor: {
      en: 'We do not know this code. Please check it, or register as a walk-in.',
      'zh-Hant': '找不到這個代碼。請檢查一下，或即場登記。',
      'zh-Hans': '找不到这个代码。请检查一下，或现场登记。',
    },
    operator: {
      en: 'The code is no ticket that has reached this kiosk and no claim code. Type it again; a walk-in registration loses nothing.',
      'zh-Hant': '代碼不屬於已傳到本機的門票，亦不是名牌代碼。請再輸入一次；即場登記不會遺失任何資料。',
      'zh-Hans': '代码不属于已传到本机的门票，也不是胸牌代码。请再输入一次；现场登记不会丢失任何资料。',
    },
  },
  'code-missing': {
    visitor: {
      en: 'Please type your code, or scan it.',
      'zh-Hant': '請輸入或掃描你的代碼。',
      'zh-Hans': '请输入或扫描您的代码。',
    },
    operator: {
      en: 'No code was typed. It stands on the ticket or on the badge.',
      'zh-Hant': '未輸入代碼。代碼印在門票或名牌上。',
      'zh-Hans': '没有输入代码。代码印在门票或胸牌上。',
    },
  },
  'unknown-session': {
    visitor: {
      en: 'This session is no longer listed. Please choose another.',
      'zh-Hant': '這個環節已不在日程上，請選擇另一個。',
      'zh-Hans': '这个环节已不在日程上，请选择另一个。',
    },
    operator: {
      en: 'The session was taken off the agenda, or has no limited seats any more. Load the agenda again if that was a mistake.',
      'zh-Hant': '環節已從日程移除，或不再限座。如屬錯誤，請重新載入日程。',
      'zh-Hans': '环节已从日程移除，或不再限座。如果有误，请重新载入日程。',
    },
  },
  'unknown-booking': {
    visitor: {
      en: 'This kiosk does not have your booking. Please cancel where you booked, or ask our staff.',
      'zh-Hant': '這部機沒有你的預留紀錄。請到預留時的那部機取消，或向職員查詢。',
      'zh-Hans': '这台机器没有您的预约记录。请到预约时的那台机器取消，或询问工作人员。',
    },
    operator: {
      en: 'A seat is given back at the kiosk that booked it. Find it by its claim code at the hub.',
      'zh-Hant': '座位須在預留時的那部機退回。請在中央主機以代碼查找。',
      'zh-Hans': '座位要在预约时的那台机器退回。请在中央主机用代码查找。',
    },
  },
  'seat-not-saved': {
    visitor: {
      en: 'Sorry, we could not keep that. Nothing was changed. Please try again or ask our staff.',
      'zh-Hant': '抱歉，未能儲存，沒有任何更改。請再試一次，或向職員查詢。',
      'zh-Hans': '抱歉，未能保存，没有任何更改。请再试一次，或询问工作人员。',
    },
    operator: {
      en: 'The journal could not be written: the disk may be full or failing. Take the kiosk out of use, then run `npm run doctor`.',
      'zh-Hant': '無法寫入日誌，磁碟可能已滿或出現故障。請停用本機，然後執行 `npm run doctor`。',
      'zh-Hans': '无法写入日志，磁盘可能已满或出现故障。请停用本机，然后运行 `npm run doctor`。',
    },
  },
} as const satisfies Record<string, ErrorWords>;
