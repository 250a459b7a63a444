import { checkInErrors } from './errors/check-in-errors.ts';
import { doctorErrors } from './errors/doctor-errors.ts';
import type { ErrorWords } from './errors/error-words.ts';
import { gateErrors } from './errors/gate-errors.ts';
import { hubErrors } from './errors/hub-errors.ts';
import { printerErrors } from './errors/printer-errors.ts';
import { rejectionErrors } from './errors/rejection-errors.ts';
import { seatErrors } from './errors/seat-errors.ts';
import { setUpErrors } from './errors/set-up-errors.ts';
import { staffErrors } from './errors/staff-errors.ts';

/** Every error that a person can meet, by its code. */
export const errors = {
  // What is typed into the form: the codes are the messages of `registrationSchema`.
  'name-missing': {
    visitor: {
      en: 'Please type your name.',
      'zh-Hant': '請輸入你的姓名。',
      'zh-Hans': '请输入您的姓名。',
    },
    operator: {
      en: 'No name was typed. One name is enough, in any script.',
      'zh-Hant': '訪客未輸入姓名。任何文字的姓名均可，填寫一個即可。',
      'zh-Hans': '访客没有输入姓名。任何文字的姓名都可以，填一个即可。',
    },
  },
  'too-long': {
    visitor: {
      en: 'That is too long. Please shorten it.',
      'zh-Hant': '內容太長，請縮短一點。',
      'zh-Hans': '内容太长，请缩短一些。',
    },
    operator: {
      en: 'The text is longer than the field takes (80 characters; 254 for e-mail). Help the visitor to shorten it.',
      'zh-Hant': '文字超出欄位上限（80 字；電郵 254 字）。請協助訪客縮短。',
      'zh-Hans': '文字超出字段上限（80 字；电子邮箱 254 字）。请协助访客缩短。',
    },
  },
  'identity-number': {
    visitor: {
      en: 'This looks like an identity card number. Please remove it: we never ask for it.',
      'zh-Hant': '這看來是身份證號碼，請把它刪除。我們不會收集身份證號碼。',
      'zh-Hans': '这看起来是身份证号码，请把它删除。我们不会收集身份证号码。',
    },
    operator: {
      en: 'The text holds a valid Hong Kong identity card number, which a kiosk must not keep. Ask the visitor to take it out.',
      'zh-Hant': '文字內含有效的香港身份證號碼，本機不得保存。請訪客將其刪除。',
      'zh-Hans': '文字中含有有效的香港身份证号码，本机不得保存。请访客将其删除。',
    },
  },
  'not-an-email': {
    visitor: {
      en: 'Please check the e-mail address. It looks like name@example.com.',
      'zh-Hant': '請檢查電郵地址，格式如 name@example.com。',
      'zh-Hans': '请检查电子邮箱地址，格式如 name@example.com。',
    },
    operator: {
      en: 'The e-mail address is not complete. A phone number will do instead.',
      'zh-Hant': '電郵地址不完整，亦可改填電話號碼。',
      'zh-Hans': '电子邮箱地址不完整，也可以改填电话号码。',
    },
  },
  'not-a-phone': {
    visitor: {
      en: 'Please check the phone number. It has 7 to 15 digits.',
      'zh-Hant': '請檢查電話號碼，應為 7 至 15 位數字。',
      'zh-Hans': '请检查电话号码，应为 7 到 15 位数字。',
    },
    operator: {
      en: 'The phone number does not have 7 to 15 digits. An e-mail address will do instead.',
      'zh-Hant': '電話號碼不是 7 至 15 位數字，亦可改填電郵地址。',
      'zh-Hans': '电话号码不是 7 到 15 位数字，也可以改填电子邮箱地址。',
    },
  },
  'consent-missing': {
    visitor: {
      en: 'Please read the statement and agree to it to go on.',
      'zh-Hant': '請閱讀聲明，同意後即可繼續。',
      'zh-Hans': '请阅读声明，同意后即可继续。',
    },
    operator: {
      en: 'The visitor has not agreed to the collection statement. Without it nothing is stored; register on paper if they prefer.',
      'zh-Hant': '訪客未同意收集個人資料聲明，本機不會儲存任何資料。如訪客希望，可改用紙本登記。',
      'zh-Hans': '访客尚未同意个人资料收集声明，本机不会保存任何资料。如访客愿意，可改用纸质登记。',
    },
  },
  'choice-missing': {
    visitor: {
      en: 'Please choose one.',
      'zh-Hant': '請選擇一項。',
      'zh-Hans': '请选择一项。',
    },
    operator: {
      en: 'A required choice was not made. Ask the visitor to tap one.',
      'zh-Hant': '有必選項目未選擇，請訪客點選一項。',
      'zh-Hans': '有必选项未选择，请访客点选一项。',
    },
  },
  'unprintable-characters': {
    visitor: {
      en: 'We cannot print some of these characters. Please try another spelling.',
      'zh-Hant': '部分字元無法列印，請試用另一種寫法。',
      'zh-Hans': '部分字符无法打印，请换一种写法。',
    },
    operator: {
      en: 'No bundled font has one of the characters. Ask the visitor for a spelling without it, such as Latin letters.',
      'zh-Hant': '內置字型缺少其中某個字元。請訪客改用其他寫法，例如英文字母。',
      'zh-Hans': '内置字体缺少其中某个字符。请访客改用其他写法，例如拉丁字母。',
    },
  },

  // Between "Finish" and "registered".
  'other-event': {
    visitor: {
      en: 'This kiosk has just changed to another event. Please start again.',
      'zh-Hant': '這部機剛轉換至另一活動，請重新開始。',
      'zh-Hans': '这台机器刚切换到另一场活动，请重新开始。',
    },
    operator: {
      en: 'The registration belongs to another event than the one loaded. Start over; if it comes back, restart the kiosk.',
      'zh-Hant': '登記資料不屬於目前載入的活動。請重新開始；如再次出現，請重新啟動本機。',
      'zh-Hans': '登记资料不属于当前载入的活动。请重新开始；如再次出现，请重启本机。',
    },
  },
  'unknown-record': {
    visitor: {
      en: 'We could not find your earlier registration here. Please register again or ask our staff.',
      'zh-Hant': '這部機找不到你之前的登記。請重新登記，或向職員查詢。',
      'zh-Hans': '这台机器找不到您之前的登记。请重新登记，或询问工作人员。',
    },
    operator: {
      en: 'The registration to be corrected is not in the journal of this kiosk. Correct it at the kiosk where it was made, or register anew.',
      'zh-Hant': '要更正的登記不在本機的日誌內。請到原來登記的那部機更正，或重新登記。',
      'zh-Hans': '要更正的登记不在本机的日志中。请到原来登记的那台机器上更正，或重新登记。',
    },
  },
  'journal-failed': {
    visitor: {
      en: 'Sorry, we could not save your registration. Please try again or use the next kiosk.',
      'zh-Hant': '抱歉，未能儲存你的登記。請再試一次，或使用旁邊的另一部機。',
      'zh-Hans': '抱歉，未能保存您的登记。请再试一次，或使用旁边的另一台机器。',
    },
    operator: {
      en: 'The journal could not be written: the disk may be full or failing. Take the kiosk out of use, then run `npm run doctor`.',
      'zh-Hant': '無法寫入日誌，磁碟可能已滿或出現故障。請停用本機，然後執行 `npm run doctor`。',
      'zh-Hans': '无法写入日志，磁盘可能已满或出现故障。请停用本机，然后运行 `npm run doctor`。',
    },
  },
  'host-unreachable': {
    visitor: {
      en: 'Sorry, this kiosk needs a moment. Please try again or use the next one.',
      'zh-Hant': '抱歉，這部機暫時未能回應。請稍後再試，或使用旁邊的另一部機。',
      'zh-Hans': '抱歉，这台机器暂时没有响应。请稍后再试，或使用旁边的另一台机器。',
    },
    operator: {
      en: 'The screen cannot reach the program behind it. Restart the kiosk; registrations already confirmed are safe.',
      'zh-Hant': '畫面無法連接後台程式。請重新啟動本機；已確認的登記不受影響。',
      'zh-Hans': '界面无法连接后台程序。请重启本机；已确认的登记不受影响。',
    },
  },

  ...checkInErrors,
  ...hubErrors,
  ...seatErrors,
  ...rejectionErrors,
  ...setUpErrors,
  ...staffErrors,

  ...printerErrors,

  ...doctorErrors,
  ...gateErrors,

  'catalogue-empty': {
    visitor: {
      en: 'The event is not ready on this kiosk yet. Please use the next one or ask our staff.',
      'zh-Hant': '這部機尚未準備好活動資料。請使用旁邊的另一部機，或向職員查詢。',
      'zh-Hans': '这台机器还没有准备好活动资料。请使用旁边的另一台机器，或询问工作人员。',
    },
    operator: {
      en: 'No event is loaded. Run `npm run event -- load PACK`, then restart the kiosk.',
      'zh-Hant': '未載入任何活動。請執行 `npm run event -- load PACK`，然後重新啟動本機。',
      'zh-Hans': '尚未载入任何活动。请运行 `npm run event -- load PACK`，然后重启本机。',
    },
  },
} as const satisfies Record<string, ErrorWords>;
export type ErrorCode = keyof typeof errors;
