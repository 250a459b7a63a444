import type { ErrorWords } from './error-words.ts';

/** Paper. A failed print never undoes a registration, and the visitor's words say so where it matters. */
export const printerErrors = {
  'printer-offline': {
    visitor: {
      en: 'The printer is not answering. Our staff will print for you.',
      'zh-Hant': '打印機沒有回應。職員會為你列印。',
      'zh-Hans': '打印机没有响应。工作人员会为您打印。',
    },
    operator: {
      en: 'The printer cannot be reached. Check its power, its cable and the address in the configuration.',
      'zh-Hant': '無法連接打印機。請檢查電源、連接線，以及設定中的地址。',
      'zh-Hans': '无法连接打印机。请检查电源、连接线，以及配置中的地址。',
    },
  },
  'printer-cover-open': {
    visitor: {
      en: "The printer's cover is open. Please ask our staff.",
      'zh-Hant': '打印機的蓋未關上，請通知職員。',
      'zh-Hans': '打印机的盖子没有合上，请告知工作人员。',
    },
    operator: {
      en: "The printer's cover is open. Press it down until it clicks, then print again.",
      'zh-Hant': '打印機上蓋未關好。請按下至聽到「咔」一聲，然後再列印。',
      'zh-Hans': '打印机上盖未关好。请按下直到听见“咔”的一声，然后重新打印。',
    },
  },
  'printer-paper-out': {
    visitor: {
      en: 'The printer is out of paper. Please ask our staff.',
      'zh-Hant': '打印機沒有紙，請通知職員。',
      'zh-Hans': '打印机没有纸了，请告知工作人员。',
    },
    operator: {
      en: 'The paper has run out. Put in a new roll, close the cover, then print again.',
      'zh-Hant': '打印紙已用完。請換上新紙卷，關好上蓋，然後再列印。',
      'zh-Hans': '打印纸已用完。请换上新纸卷，合好上盖，然后重新打印。',
    },
  },
  'printer-cutter': {
    visitor: {
      en: 'The paper is stuck. Please ask our staff; do not pull it.',
      'zh-Hant': '打印機卡紙，請通知職員，切勿用力拉扯。',
      'zh-Hans': '打印机卡纸，请告知工作人员，请勿用力拉扯。',
    },
    operator: {
      en: 'The cutter is blocked. Switch the printer off, open the cover, take out the paper, set the blade back by its wheel, switch it on.',
      'zh-Hant': '切紙刀卡住。請關掉打印機，打開上蓋取出紙張，轉動滾輪讓刀片復位，再開機。',
      'zh-Hans': '切纸刀卡住。请关闭打印机，打开上盖取出纸张，转动滚轮让刀片复位，再开机。',
    },
  },
  'printer-overheated': {
    visitor: {
      en: 'The printer is too warm and needs a short rest. Please wait a minute or ask our staff.',
      'zh-Hant': '打印機過熱，需要稍作休息。請等一分鐘，或向職員查詢。',
      'zh-Hans': '打印机过热，需要休息一下。请等一分钟，或询问工作人员。',
    },
    operator: {
      en: 'The print head is too hot. It goes on by itself when it has cooled; keep its vents free.',
      'zh-Hant': '打印頭過熱，冷卻後會自動恢復。請確保散熱孔沒有被遮蓋。',
      'zh-Hans': '打印头过热，冷却后会自动恢复。请确保散热孔没有被遮挡。',
    },
  },
  'printer-hung': {
    visitor: {
      en: 'The printer has stopped. Please ask our staff.',
      'zh-Hant': '打印機停頓了，請通知職員。',
      'zh-Hans': '打印机停住了，请告知工作人员。',
    },
    operator: {
      en: 'The printer is connected but no longer answers. Switch it off and on.',
      'zh-Hant': '打印機已連接但沒有回應。請關機後再開機。',
      'zh-Hans': '打印机已连接但没有响应。请关机后重新开机。',
    },
  },
  'printer-faulty': {
    visitor: {
      en: 'The printer is out of order. Our staff will print for you at another kiosk.',
      'zh-Hant': '打印機發生故障，職員會在另一部機為你列印。',
      'zh-Hans': '打印机出现故障，工作人员会在另一台机器上为您打印。',
    },
    operator: {
      en: 'The printer reports a fault that it cannot mend. Switch it off and on; if the fault stays, replace the printer.',
      'zh-Hant': '打印機報告無法自行修復的故障。請關機後再開機；如故障持續，請更換打印機。',
      'zh-Hans': '打印机报告了无法自行恢复的故障。请关机后重新开机；如故障依旧，请更换打印机。',
    },
  },
  'printer-none-ready': {
    visitor: {
      en: 'No printer can print just now. Our staff will print for you.',
      'zh-Hant': '現時所有打印機均未能列印，職員會為你列印。',
      'zh-Hans': '目前所有打印机都无法打印，工作人员会为您打印。',
    },
    operator: {
      en: 'Every printer for this document has a fault or is paused. The printers page says which needs what.',
      'zh-Hant': '負責此文件的打印機全部有故障或已暫停。請在打印機頁查看各機需要如何處理。',
      'zh-Hans': '负责此文件的打印机全部有故障或已暂停。请在打印机页查看各机需要如何处理。',
    },
  },
  'printer-missing': {
    visitor: {
      en: 'This kiosk has no printer for it. Please ask our staff.',
      'zh-Hant': '這部機沒有可用的打印機，請向職員查詢。',
      'zh-Hans': '这台机器没有可用的打印机，请询问工作人员。',
    },
    operator: {
      en: 'No printer of this kiosk prints such a document. Add the document to a printer in the configuration.',
      'zh-Hant': '本機沒有打印機負責此類文件。請在設定中為打印機加上該文件。',
      'zh-Hans': '本机没有打印机负责此类文件。请在配置中为打印机加上该文件。',
    },
  },
  'print-unknown': {
    visitor: {
      en: 'Did your print come out whole? If not, please print it again.',
      'zh-Hant': '打印件是否完整印出？如果沒有，請再列印一次。',
      'zh-Hans': '打印件完整打出来了吗？如果没有，请再打印一次。',
    },
    operator: {
      en: 'The connection broke while printing, so nobody but a person can tell. Look at the paper; a repeat is marked REPRINT.',
      'zh-Hant': '列印期間連線中斷，只能由人手確認。請查看紙張；重印的會標示 REPRINT。',
      'zh-Hans': '打印过程中连接中断，只能由人工确认。请查看纸张；重打的会标有 REPRINT。',
    },
  },
  'print-cancelled': {
    visitor: {
      en: 'Nothing was printed. You can print again at any time.',
      'zh-Hant': '未有列印。你可以隨時再列印。',
      'zh-Hans': '没有打印。您可以随时重新打印。',
    },
    operator: {
      en: 'The job was dropped before it began because the visit ended. Print again from the screen if it is still wanted.',
      'zh-Hant': '訪客的使用已結束，列印工作在開始前取消。如仍有需要，請在畫面上再列印。',
      'zh-Hans': '访客的使用已结束，打印任务在开始前被取消。如仍需要，请在界面上重新打印。',
    },
  },
  'raster-failed': {
    visitor: {
      en: 'Sorry, we could not prepare your print. Please try again or ask our staff.',
      'zh-Hant': '抱歉，未能準備列印內容。請再試一次，或向職員查詢。',
      'zh-Hans': '抱歉，未能准备打印内容。请再试一次，或询问工作人员。',
    },
    operator: {
      en: 'The page could not be turned into dots for the printer. Try again; if it comes back, restart the kiosk.',
      'zh-Hant': '無法把頁面轉換成打印點陣。請再試；如再次出現，請重新啟動本機。',
      'zh-Hans': '无法把页面转换成打印点阵。请重试；如再次出现，请重启本机。',
    },
  },
} as const satisfies Record<string, ErrorWords>;
