import type { Words } from '../en.ts';

export const staffEntry: Words['staffEntry'] = {
  open: '職員',
  mode: '職員模式',
  hint: '先輸入兩位數字的編號，再輸入六位數字的密碼；亦可掃描職員證。',
  typed_one: '已輸入 {{count}} 個數字，共 8 個',
  typed_other: '已輸入 {{count}} 個數字，共 8 個',
  leaving_one: '職員模式將於 {{count}} 秒後關閉。輕觸螢幕可繼續。',
  leaving_other: '職員模式將於 {{count}} 秒後關閉。輕觸螢幕可繼續。',
};
