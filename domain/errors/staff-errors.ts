import { forStaffOnly, type ErrorWords } from './error-words.ts';

/** What staff are told: why a call or a sign-in had no answer, and what is wrong with a kiosk. Visitors meet none of it. */
export const staffErrors = {
  'staff-signed-out': {
    visitor: forStaffOnly,
    operator: {
      en: 'You are signed out. Sign in again; nothing that was saved is lost.',
      'zh-Hant': '你已登出。請重新登入；已儲存的資料不會遺失。',
      'zh-Hans': '您已退出登录。请重新登录；已保存的资料不会丢失。',
    },
  },
  'staff-not-allowed': {
    visitor: forStaffOnly,
    operator: {
      en: 'Your role may not do this. Ask a supervisor.',
      'zh-Hant': '你的職務不可進行此操作。請找主管處理。',
      'zh-Hans': '您的岗位不能进行此操作。请找主管处理。',
    },
  },
  'staff-locked': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub may not open registrations yet. Whoever keeps the event’s key runs `npm run hub -- unlock` on the hub’s machine.',
      'zh-Hant': '中央主機尚未獲准開啟登記資料。請保管活動密鑰的同事在中央主機上執行 `npm run hub -- unlock`。',
      'zh-Hans': '中央主机还不能打开登记资料。请保管活动密钥的同事在中央主机上运行 `npm run hub -- unlock`。',
    },
  },
  'staff-not-found': {
    visitor: forStaffOnly,
    operator: {
      en: 'It is not there any more. Go back and search again.',
      'zh-Hant': '該項目已不存在。請返回並重新搜尋。',
      'zh-Hans': '该项目已不存在。请返回并重新搜索。',
    },
  },
  'staff-kiosk-away': {
    visitor: forStaffOnly,
    operator: {
      en: 'The kiosk has not been heard for a while, so it got nothing. Go there and do it at the kiosk itself.',
      'zh-Hant': '該部機已有一段時間沒有回應，指令未能送達。請直接到該部機操作。',
      'zh-Hans': '该机器已有一段时间没有响应，指令没有送达。请直接到该机器上操作。',
    },
  },
  'staff-already-merged': {
    visitor: forStaffOnly,
    operator: {
      en: 'The two are one visitor already. Undo the merge first if it was wrong.',
      'zh-Hant': '兩者已合併為同一訪客。如有錯誤，請先撤銷合併。',
      'zh-Hans': '两者已合并为同一访客。如有错误，请先撤销合并。',
    },
  },
  'staff-nothing-to-undo': {
    visitor: forStaffOnly,
    operator: {
      en: 'Nothing was decided about these two, so there is nothing to undo. Load the list again.',
      'zh-Hant': '這兩位訪客尚未有任何決定，無需撤銷。請重新載入清單。',
      'zh-Hans': '这两位访客还没有任何决定，无需撤销。请重新加载列表。',
    },
  },
  'staff-too-many-requests': {
    visitor: forStaffOnly,
    operator: {
      en: 'Too many requests came from here. Wait a minute, then try again.',
      'zh-Hant': '此處發出的要求過多。請等一分鐘再試。',
      'zh-Hans': '此处发出的请求过多。请等一分钟再试。',
    },
  },
  'staff-bad-request': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub does not understand this page. Load it again; if it comes back, update whichever of the two is older.',
      'zh-Hant': '中央主機不明白此頁面的要求。請重新載入；如再次出現，請更新兩者中較舊的一方。',
      'zh-Hans': '中央主机不理解此页面的请求。请重新加载；如再次出现，请更新两者中较旧的一方。',
    },
  },
  'staff-storage-failed': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub’s database takes nothing, so nothing was changed. Tell the technician: its disk may be full or failing.',
      'zh-Hant': '中央主機的資料庫無法寫入，沒有任何更改。請通知技術人員：磁碟可能已滿或出現故障。',
      'zh-Hans': '中央主机的数据库无法写入，没有任何更改。请告知技术人员：磁盘可能已满或出现故障。',
    },
  },
  'staff-unavailable': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub is starting, stopping, or has no event. Try again in a few seconds; if it stays, tell the technician.',
      'zh-Hant': '中央主機正在啟動或停止，或未有活動。請數秒後再試；如情況持續，請通知技術人員。',
      'zh-Hans': '中央主机正在启动或停止，或没有活动。请几秒后再试；如情况持续，请告知技术人员。',
    },
  },
  'staff-offline': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub cannot be reached from here. Printing and registering go on; searching and the list of kiosks come back with the network.',
      'zh-Hant': '此處無法連接中央主機。登記和列印照常運作；搜尋及各機清單會在網絡恢復後可用。',
      'zh-Hans': '此处无法连接中央主机。登记和打印照常进行；搜索和机器列表在网络恢复后可用。',
    },
  },
  'staff-failed': {
    visitor: forStaffOnly,
    operator: {
      en: 'Something went wrong that should not. Try once more; if it comes back, tell the technician the time.',
      'zh-Hant': '出現了不應發生的錯誤。請再試一次；如再次出現，請將時間告知技術人員。',
      'zh-Hans': '出现了不应发生的错误。请再试一次；如再次出现，请把时间告知技术人员。',
    },
  },

  'sign-in-wrong-credentials': {
    visitor: forStaffOnly,
    operator: {
      en: 'Number and PIN do not fit together, or the badge is not valid. Check both; a supervisor can give out a new PIN.',
      'zh-Hant': '編號與密碼不符，或職員證無效。請檢查；主管可發出新密碼。',
      'zh-Hans': '编号与密码不符，或工作证无效。请检查；主管可以发放新密码。',
    },
  },
  'sign-in-wait': {
    visitor: forStaffOnly,
    operator: {
      en: 'Too many wrong PINs. Wait until the time is over, or sign in with your staff badge.',
      'zh-Hant': '密碼錯誤次數過多。請等候倒數完結，或以職員證登入。',
      'zh-Hans': '密码错误次数过多。请等待倒计时结束，或用工作证登录。',
    },
  },
  'sign-in-staff-locked': {
    visitor: forStaffOnly,
    operator: {
      en: 'Locked after 15 wrong PINs. Sign in with your staff badge, or ask a supervisor to unlock it.',
      'zh-Hant': '連續 15 次密碼錯誤，已鎖定。請以職員證登入，或請主管解鎖。',
      'zh-Hans': '连续 15 次密码错误，已锁定。请用工作证登录，或请主管解锁。',
    },
  },
  'sign-in-no-staff': {
    visitor: forStaffOnly,
    operator: {
      en: 'No staff have been entered yet. Run `npm run hub -- staff add` on the hub’s machine.',
      'zh-Hant': '尚未加入任何職員。請在中央主機上執行 `npm run hub -- staff add`。',
      'zh-Hans': '还没有添加任何工作人员。请在中央主机上运行 `npm run hub -- staff add`。',
    },
  },
  'sign-in-offline': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub cannot be reached and this kiosk does not know its staff yet. Check the network cable and the hub.',
      'zh-Hant': '無法連接中央主機，而本機尚未取得職員名單。請檢查網絡線及中央主機。',
      'zh-Hans': '无法连接中央主机，而本机还没有取得工作人员名单。请检查网线和中央主机。',
    },
  },
  'sign-in-storage-failed': {
    visitor: forStaffOnly,
    operator: {
      en: 'Wrong PINs could not be counted, so nobody is let in. Tell the technician: a disk may be full or failing.',
      'zh-Hant': '無法記錄錯誤次數，因此暫時不能登入。請通知技術人員：磁碟可能已滿或出現故障。',
      'zh-Hans': '无法记录错误次数，因此暂时不能登录。请告知技术人员：磁盘可能已满或出现故障。',
    },
  },
  'sign-in-too-many-requests': {
    visitor: forStaffOnly,
    operator: {
      en: 'Too many sign-ins were tried from here. Wait a minute, then try again.',
      'zh-Hant': '此處嘗試登入的次數過多。請等一分鐘再試。',
      'zh-Hans': '此处尝试登录的次数过多。请等一分钟再试。',
    },
  },

  'kiosk-revoked': {
    visitor: forStaffOnly,
    operator: {
      en: 'Shut out by the technician. If it should be in use, enrol it again with a new code.',
      'zh-Hant': '已被技術人員停權。如需使用，請以新的登記碼重新登記。',
      'zh-Hans': '已被技术人员停用。如需使用，请用新的登记码重新登记。',
    },
  },
  'kiosk-never-seen': {
    visitor: forStaffOnly,
    operator: {
      en: 'Enrolled, but never heard. Switch it on and check its network cable.',
      'zh-Hant': '已登記，但從未連線。請開啟該部機並檢查網絡線。',
      'zh-Hans': '已登记，但从未连接。请打开该机器并检查网线。',
    },
  },
  'kiosk-away': {
    visitor: forStaffOnly,
    operator: {
      en: 'Not heard for 45 seconds. Look whether it is on and its network cable is in; visitors can go on using it meanwhile.',
      'zh-Hant': '已有 45 秒沒有回應。請查看該部機是否開啟、網絡線是否插好；訪客可繼續使用。',
      'zh-Hans': '已有 45 秒没有响应。请查看该机器是否开启、网线是否插好；访客可以继续使用。',
    },
  },
  'kiosk-staff-locked': {
    visitor: forStaffOnly,
    operator: {
      en: 'Staff mode there is locked after 15 wrong PINs. Find out who tried, then unlock it from here or with a staff badge.',
      'zh-Hant': '該部機的職員模式因 15 次密碼錯誤而鎖定。請先了解誰曾嘗試，然後在此解鎖，或以職員證解鎖。',
      'zh-Hans': '该机器的工作人员模式因 15 次密码错误而锁定。请先了解谁曾尝试，然后在此解锁，或用工作证解锁。',
    },
  },
  'kiosk-printer-fault': {
    visitor: forStaffOnly,
    operator: {
      en: 'A printer there cannot print. Open the kiosk’s line to see which and what to do.',
      'zh-Hant': '該部機有打印機無法列印。請開啟該行查看是哪一部及處理方法。',
      'zh-Hans': '该机器有打印机无法打印。请打开该行查看是哪一台以及处理方法。',
    },
  },
  'kiosk-dead-letters': {
    visitor: forStaffOnly,
    operator: {
      en: 'The hub did not take some of its records. They are kept; the technician sees why with `npm run hub -- dead-letters`.',
      'zh-Hant': '中央主機未接收該部機的部分記錄。資料仍保留；技術人員可用 `npm run hub -- dead-letters` 查看原因。',
      'zh-Hans': '中央主机没有接收该机器的部分记录。资料仍保留；技术人员可用 `npm run hub -- dead-letters` 查看原因。',
    },
  },
  'kiosk-pack-broken': {
    visitor: forStaffOnly,
    operator: {
      en: 'Its event pack has errors, so it shows what it had before. The technician runs `npm run event -- check` on the pack.',
      'zh-Hant': '其活動資料包有錯誤，因此仍顯示之前的內容。請技術人員以 `npm run event -- check` 檢查。',
      'zh-Hans': '其活动资料包有错误，因此仍显示之前的内容。请技术人员用 `npm run event -- check` 检查。',
    },
  },
  'kiosk-printer-paused': {
    visitor: forStaffOnly,
    operator: {
      en: 'A printer there was paused by staff and takes no new sheet. Resume it when it is ready.',
      'zh-Hant': '該部機有打印機被職員暫停，不會接收新列印。準備好後請恢復。',
      'zh-Hans': '该机器有打印机被工作人员暂停，不接收新的打印。准备好后请恢复。',
    },
  },
  'kiosk-records-waiting': {
    visitor: forStaffOnly,
    operator: {
      en: 'Records wait there for the hub. They are safe on its disk; if the number keeps growing, check the network.',
      'zh-Hant': '該部機有記錄等待上傳。資料已安全儲存在磁碟；如數目持續增加，請檢查網絡。',
      'zh-Hans': '该机器有记录等待上传。资料已安全保存在磁盘；如数量持续增加，请检查网络。',
    },
  },
  'kiosk-paper-low': {
    visitor: forStaffOnly,
    operator: {
      en: 'The paper will soon run out. Bring a new roll before it does.',
      'zh-Hant': '紙張即將用完。請預先準備新紙卷。',
      'zh-Hans': '纸张即将用完。请提前准备新纸卷。',
    },
  },
  'kiosk-old-version': {
    visitor: forStaffOnly,
    operator: {
      en: 'It runs an older Foyer than other kiosks. Update it when it is quiet.',
      'zh-Hant': '該部機的程式版本較其他機舊。請在較空閒時更新。',
      'zh-Hans': '该机器的程序版本比其他机器旧。请在较空闲时更新。',
    },
  },
} as const satisfies Record<string, ErrorWords>;
