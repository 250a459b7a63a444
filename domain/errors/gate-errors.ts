import type { ErrorWords } from './error-words.ts';

const visitor = {
  en: 'This kiosk is closed for now. Please use the next one.',
  'zh-Hant': '這部機暫停服務，請使用旁邊的另一部機。',
  'zh-Hans': '这台机器暂停服务，请使用旁边的另一台机器。',
};

/** A kiosk that takes no visitors, and each reason for it (`closedReasons`). */
export const gateErrors = {
  'kiosk-closed': {
    visitor,
    operator: {
      en: 'The kiosk takes no visitors. Its status page says why: hold the name of the event for three seconds.',
      'zh-Hant': '本機暫不接待訪客。狀態頁列明原因：長按活動名稱三秒。',
      'zh-Hans': '本机暂不接待访客。状态页写明原因：长按活动名称三秒。',
    },
  },
  'gate-not-ready': {
    visitor,
    operator: {
      en: 'The last examination of this kiosk was red. Put right what `foyer doctor` names and run it again, or let a supervisor open the kiosk all the same.',
      'zh-Hant': '本機上次檢查結果為紅色。請處理 `foyer doctor` 所列問題後再檢查一次，或由主管准許照常開放。',
      'zh-Hans': '本机上次检查结果为红色。请处理 `foyer doctor` 列出的问题后再检查一次，或由主管准许照常开放。',
    },
  },
  'gate-disk-full': {
    visitor,
    operator: {
      en: 'The disk is nearly full, so the kiosk cannot promise to keep a registration. Free some room; it opens again by itself. What was registered is safe.',
      'zh-Hant': '磁碟將滿，本機無法保證登記得以保存。請騰出空間，本機會自動恢復服務；已登記的資料不受影響。',
      'zh-Hans': '磁盘将满，本机无法保证登记能够保存。请腾出空间，本机会自动恢复服务；已登记的资料不受影响。',
    },
  },
} as const satisfies Record<string, ErrorWords>;
