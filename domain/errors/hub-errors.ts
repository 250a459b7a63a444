import type { HubErrorCode } from '../protocol/words.ts';
import { forStaffOnly, type ErrorWords } from './error-words.ts';

/** Why a kiosk is offline, as its hub says it. Visitors notice nothing: everything they do goes on. */
export const hubErrors = {
  'hub-bad-request': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub does not understand this kiosk. They may have different versions: update the older one.',
      'zh-Hant': '中央主機不明白本機的要求。兩者版本可能不同，請更新較舊的一方。',
      'zh-Hans': '中央主机不理解本机的请求。两者版本可能不同，请更新较旧的一方。',
    },
  },
  'hub-unknown-kiosk': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub does not know this kiosk. Enrol it again with a new code.',
      'zh-Hant': '中央主機不認得本機。請以新的登記碼重新登記。',
      'zh-Hans': '中央主机不认识本机。请用新的登记码重新登记。',
    },
  },
  'hub-unknown-epoch': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub was set up anew. Start it so that it takes back its kiosks, or enrol this kiosk again. Nothing here is lost.',
      'zh-Hant': '中央主機已重新設置。請以還原方式啟動中央主機，或重新登記本機。本機資料沒有遺失。',
      'zh-Hans': '中央主机已重新设置。请以还原方式启动中央主机，或重新登记本机。本机资料没有丢失。',
    },
  },
  'hub-kiosk-revoked': {
    visitor: forStaffOnly,
    operator: {
      en: 'This kiosk was shut out at the hub. If that was a mistake, enrol it again with a new code.',
      'zh-Hant': '本機已在中央主機被停權。如屬錯誤，請以新的登記碼重新登記。',
      'zh-Hans': '本机已在中央主机被停权。如果有误，请用新的登记码重新登记。',
    },
  },
  'hub-wrong-code': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub does not know this enrolment code. Compare it with what the hub shows, or make a new one there.',
      'zh-Hant': '中央主機不認得此登記碼。請與中央主機所示的核對，或在那裏取得新的登記碼。',
      'zh-Hans': '中央主机不认识此登记码。请与中央主机显示的核对，或在那里取得新的登记码。',
    },
  },
  'hub-code-used': {
    visitor: forStaffOnly,
    operator: {
      en: 'Another machine has used this enrolment code. Each machine needs its own: make a new one at the hub.',
      'zh-Hant': '此登記碼已由另一部機使用。每部機須有自己的登記碼，請在中央主機取得新的。',
      'zh-Hans': '此登记码已被另一台机器使用。每台机器需要自己的登记码，请在中央主机取得新的。',
    },
  },
  'hub-code-expired': {
    visitor: forStaffOnly,
    operator: {
      en: 'This enrolment code is older than ten minutes. Make a new one at the hub and use it at once.',
      'zh-Hant': '此登記碼已超過十分鐘。請在中央主機取得新的登記碼，並立即使用。',
      'zh-Hans': '此登记码已超过十分钟。请在中央主机取得新的登记码，并立即使用。',
    },
  },
  'hub-not-found': {
    visitor: forStaffOnly,
    operator: {
      en: 'What answers there is no hub of this version. Check the address and update the hub.',
      'zh-Hant': '該地址沒有此版本的中央主機。請檢查地址並更新中央主機。',
      'zh-Hans': '该地址没有此版本的中央主机。请检查地址并更新中央主机。',
    },
  },
  'hub-kiosk-taken': {
    visitor: forStaffOnly,
    operator: {
      en: 'Another kiosk has this name. Start this one with another name, or revoke the other at the hub.',
      'zh-Hant': '另一部機已使用此名稱。請為本機改名，或在中央主機停用另一部機。',
      'zh-Hans': '另一台机器已使用此名称。请为本机改名，或在中央主机停用另一台机器。',
    },
  },
  'hub-out-of-sequence': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub asks for records from another place on. This mends itself with the next attempt.',
      'zh-Hant': '中央主機要求由另一編號開始傳送，下次嘗試時會自動修正。',
      'zh-Hans': '中央主机要求从另一编号开始传送，下次尝试时会自动修正。',
    },
  },
  'hub-too-large': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub refuses what this kiosk sends as too large. Check that nothing between them limits uploads.',
      'zh-Hant': '中央主機認為本機傳送的內容過大。請檢查網絡中間有否限制上載。',
      'zh-Hans': '中央主机认为本机发送的内容过大。请检查网络中间是否限制上传。',
    },
  },
  'hub-too-many-requests': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub is busy and asked this kiosk to wait. It goes on by itself.',
      'zh-Hant': '中央主機繁忙，要求本機稍候，之後會自動繼續。',
      'zh-Hans': '中央主机繁忙，要求本机稍候，之后会自动继续。',
    },
  },
  'hub-storage-failed': {
    visitor: forStaffOnly,
    operator: {
      en: 'The disk of the hub refuses: it may be full or failing. Look after the hub; this kiosk keeps everything until then.',
      'zh-Hant': '中央主機的磁碟拒絕寫入，可能已滿或出現故障。請處理中央主機；在此之前本機會保留一切。',
      'zh-Hans': '中央主机的磁盘拒绝写入，可能已满或出现故障。请处理中央主机；在此之前本机会保留一切。',
    },
  },
  'hub-unavailable': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub is starting, stopping, or has no event yet. Load the event there if this stays.',
      'zh-Hant': '中央主機正在啟動或停止，或未有活動。如情況持續，請在中央主機載入活動。',
      'zh-Hans': '中央主机正在启动或停止，或还没有活动。如果一直如此，请在中央主机载入活动。',
    },
  },
  'hub-failed': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub failed at a request. Read its log; this kiosk tries again by itself.',
      'zh-Hant': '中央主機處理要求時出錯。請查看其紀錄；本機會自動再試。',
      'zh-Hans': '中央主机处理请求时出错。请查看它的日志；本机会自动重试。',
    },
  },
  /** Nothing answers there that is a hub. */
  'hub-unreachable': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub does not answer. Check the network and whether the hub runs; this kiosk goes on without it and loses nothing.',
      'zh-Hant': '中央主機沒有回應。請檢查網絡及中央主機是否運作；本機會繼續服務，不會遺失資料。',
      'zh-Hans': '中央主机没有响应。请检查网络以及中央主机是否运行；本机会继续服务，不会丢失资料。',
    },
  },
} as const satisfies Record<`hub-${HubErrorCode | 'unreachable'}`, ErrorWords>;
