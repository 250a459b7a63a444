import type { Rejection } from '../protocol/records.ts';
import { forStaffOnly, type ErrorWords } from './error-words.ts';

/** Why the hub keeps a record as a dead letter. The visitor it belongs to holds a badge and is told nothing. */
export const rejectionErrors = {
  'rejected-malformed': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub cannot read this record. Kiosk and hub may have different versions: update the older one, then ask for help.',
      'zh-Hant': '中央主機無法讀取此紀錄。本機與中央主機的版本可能不同：請更新較舊的一方，再尋求協助。',
      'zh-Hans': '中央主机无法读取这条记录。本机与中央主机的版本可能不同：请更新较旧的一方，再寻求协助。',
    },
  },
  'rejected-bad-signature': {
    visitor: forStaffOnly,
    operator: {
      en: 'The signature of this record does not hold: it was changed on the disk or written under another key. Keep the kiosk as it is.',
      'zh-Hant': '此紀錄的簽署無效：可能曾在磁碟上被改動，或以另一金鑰寫入。請保留本機現狀。',
      'zh-Hans': '这条记录的签名无效：可能在磁盘上被改动过，或由另一密钥写入。请保留本机现状。',
    },
  },
  'rejected-foreign': {
    visitor: forStaffOnly,
    operator: {
      en: 'This record is of another kiosk or of another event. Check that the data folder belongs to this kiosk.',
      'zh-Hant': '此紀錄屬於另一部機或另一活動。請檢查資料夾是否屬於本機。',
      'zh-Hans': '这条记录属于另一台机器或另一场活动。请检查数据文件夹是否属于本机。',
    },
  },
  'rejected-other-content': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub has this record with another content and keeps the first. Compare both at the hub.',
      'zh-Hant': '中央主機已有同一紀錄但內容不同，並保留較早的一份。請在中央主機比較兩者。',
      'zh-Hans': '中央主机已有同一记录但内容不同，并保留较早的一份。请在中央主机比较两者。',
    },
  },
  'rejected-no-lease': {
    visitor: forStaffOnly,
    operator: {
      en: 'A seat was promised that the hub had not given to this kiosk. Find the visitor by the claim code at the hub and settle it at the door.',
      'zh-Hant': '本機答應了中央主機未分配的座位。請在中央主機以代碼查找訪客，並在門口安排。',
      'zh-Hans': '本机答应了中央主机没有分配的座位。请在中央主机用代码查找访客，并在门口安排。',
    },
  },
} as const satisfies Record<`rejected-${Rejection}`, ErrorWords>;
