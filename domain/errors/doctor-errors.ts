import { forStaffOnly, type ErrorWords } from './error-words.ts';

function toTechnician(operator: ErrorWords['operator']): ErrorWords {
  return { visitor: forStaffOnly, operator };
}

/** What the doctor found and what to do about it: on the console in English, on the staff page in its language. Visitors meet none of it. */
export const doctorErrors = {
  // The examination itself.
  'doctor-check-failed': toTechnician({
    en: 'This could not be looked at: the check itself failed. Run it again; if it fails again, send a support bundle.',
    'zh-Hant': '此項檢查本身出錯，未能完成。請再執行一次；如仍失敗，請提交支援資料包。',
    'zh-Hans': '此项检查本身出错，未能完成。请再运行一次；如仍失败，请提交支持资料包。',
  }),
  'doctor-check-slow': toTechnician({
    en: 'This took too long and was given up. Run the examination again when the machine is quiet.',
    'zh-Hant': '此項檢查需時過長，已中止。請在電腦較空閒時再檢查一次。',
    'zh-Hans': '此项检查耗时过长，已中止。请在电脑较空闲时再检查一次。',
  }),
  'doctor-no-page': toTechnician({
    en: 'Not looked at, because the browser did not come up. Mend the display first, then run the examination again.',
    'zh-Hant': '瀏覽器未能開啟，因此沒有檢查此項。請先處理顯示問題，然後再檢查一次。',
    'zh-Hans': '浏览器未能打开，因此没有检查此项。请先处理显示问题，然后再检查一次。',
  }),

  // Versions.
  'doctor-journal-unreadable': toTechnician({
    en: 'The journal with the registrations cannot be read. Do not delete it: copy the whole data folder to a safe place and call for help.',
    'zh-Hant': '存放登記資料的日誌無法讀取。切勿刪除：請把整個資料夾複製到安全的地方，並尋求協助。',
    'zh-Hans': '存放登记资料的日志无法读取。切勿删除：请把整个数据文件夹复制到安全的地方，并寻求帮助。',
  }),
  'doctor-journal-newer': toTechnician({
    en: 'The journal was written by a newer version of Foyer. Install that version again.',
    'zh-Hant': '日誌由較新版本的程式寫入。請重新安裝該版本。',
    'zh-Hans': '日志由较新版本的程序写入。请重新安装该版本。',
  }),
  'doctor-hub-newer': toTechnician({
    en: 'The hub runs a newer version than this kiosk. Update the kiosk when it is quiet.',
    'zh-Hant': '中央主機的版本較本機新。請在較空閒時更新本機。',
    'zh-Hans': '中央主机的版本比本机新。请在较空闲时更新本机。',
  }),

  // Display.
  'doctor-no-browser': toTechnician({
    en: 'No Chromium was found. Install it, or name the program with the option chromium.',
    'zh-Hant': '找不到瀏覽器。請安裝，或以設定指定程式位置。',
    'zh-Hans': '找不到浏览器。请安装，或在设置中指定程序位置。',
  }),
  'doctor-screens-missing': toTechnician({
    en: 'The screens are not there. Install Foyer again; in a checkout run `npm run build`.',
    'zh-Hant': '畫面檔案不存在。請重新安裝本程式；如屬開發環境，請執行 `npm run build`。',
    'zh-Hans': '界面文件不存在。请重新安装本程序；如为开发环境，请运行 `npm run build`。',
  }),
  'doctor-page-not-shown': toTechnician({
    en: 'The browser started but showed no page. Look at the log, restart the machine, and run the examination again.',
    'zh-Hant': '瀏覽器已啟動但沒有顯示頁面。請查看記錄檔，重新啟動電腦，然後再檢查一次。',
    'zh-Hans': '浏览器已启动但没有显示页面。请查看日志文件，重启电脑，然后再检查一次。',
  }),
  'doctor-no-display': toTechnician({
    en: 'There is no screen. Check cable and power of the screen, then run the examination on the kiosk’s own desktop.',
    'zh-Hant': '沒有偵測到螢幕。請檢查螢幕的連接線和電源，然後在本機的畫面上再檢查一次。',
    'zh-Hans': '没有检测到屏幕。请检查屏幕的连接线和电源，然后在本机的画面上再检查一次。',
  }),
  'doctor-display-elsewhere': toTechnician({
    en: 'A screen is plugged in, but not within reach from here. Run the examination in the kiosk’s own session to measure it.',
    'zh-Hant': '已接上螢幕，但無法從此處使用。請在自助機自己的工作階段執行檢查，才能量度螢幕。',
    'zh-Hans': '已接上屏幕，但无法从此处使用。请在自助机自己的会话中运行检查，才能测量屏幕。',
  }),
  'doctor-screen-small': toTechnician({
    en: 'The screen has fewer than 540 by 900 points, so parts of the screens may be cut off. Set a higher resolution or less scaling.',
    'zh-Hant': '螢幕小於 540 × 900 點，部分畫面可能被截斷。請提高解像度或減少放大比例。',
    'zh-Hans': '屏幕小于 540 × 900 点，部分画面可能被截断。请提高分辨率或减小缩放比例。',
  }),
  'doctor-drawing-slow': toTechnician({
    en: 'The screen draws fewer than 20 pictures a second. Install the graphics driver, or close what else runs.',
    'zh-Hant': '畫面每秒少於 20 幅。請安裝顯示卡驅動程式，或關閉其他程式。',
    'zh-Hans': '画面每秒少于 20 帧。请安装显卡驱动程序，或关闭其他程序。',
  }),

  // Touch.
  'doctor-no-touch': toTechnician({
    en: 'No touchscreen was found. Check its USB cable, then run the examination again.',
    'zh-Hant': '找不到觸控螢幕。請檢查觸控用的連接線，然後再檢查一次。',
    'zh-Hans': '找不到触摸屏。请检查触摸用的连接线，然后再检查一次。',
  }),
  'doctor-touch-unseen': toTechnician({
    en: 'The touchscreen is plugged in; whether fingers reach the page was not seen from here. Run the examination in the kiosk’s own session.',
    'zh-Hant': '已接上觸控螢幕，但從此處無法確認觸控能否傳到頁面。請在自助機自己的工作階段執行檢查。',
    'zh-Hans': '已接上触摸屏，但从此处无法确认触摸能否传到页面。请在自助机自己的会话中运行检查。',
  }),
  'doctor-touch-not-taken': toTechnician({
    en: 'The browser takes no touches from the screen. Check the touch cable and the rights of the kiosk’s user, then restart the machine.',
    'zh-Hant': '瀏覽器沒有接收到觸控。請檢查觸控連接線和自助機用戶的權限，然後重新啟動電腦。',
    'zh-Hans': '浏览器没有接收到触摸。请检查触摸连接线和自助机用户的权限，然后重启电脑。',
  }),

  // Fonts and voices.
  'doctor-font-missing': toTechnician({
    en: 'Some scripts would come out as boxes. Install Foyer again: files of its fonts are missing or damaged.',
    'zh-Hant': '部分文字會顯示為方格。字型檔案缺失或損壞，請重新安裝本程式。',
    'zh-Hans': '部分文字会显示为方框。字体文件缺失或损坏，请重新安装本程序。',
  }),
  'doctor-no-voices': toTechnician({
    en: 'The machine has no voices. Foyer itself says nothing aloud; only a screen reader would need them.',
    'zh-Hant': '本機沒有語音。程式本身不會朗讀，只有螢幕閱讀器才需要。',
    'zh-Hans': '本机没有语音。程序本身不会朗读，只有屏幕阅读器才需要。',
  }),
  'doctor-voice-missing': toTechnician({
    en: 'A screen reader could not speak one of the languages. Install its voice if visitors need a screen reader here.',
    'zh-Hant': '螢幕閱讀器缺少其中一種語言的語音。如有訪客需要，請安裝該語音。',
    'zh-Hans': '屏幕阅读器缺少其中一种语言的语音。如有访客需要，请安装该语音。',
  }),

  // Printers; their own faults are in `printer-errors.ts`.
  'doctor-printer-in-use': toTechnician({
    en: 'Not tried, because the kiosk is running and has the printers. Print a test page in staff mode, or stop the kiosk first.',
    'zh-Hant': '自助機正在運行並使用打印機，因此沒有測試。請在職員模式列印測試頁，或先停止自助機。',
    'zh-Hans': '自助机正在运行并使用打印机，因此没有测试。请在工作人员模式打印测试页，或先停止自助机。',
  }),
  'doctor-sheet-not-tried': toTechnician({
    en: 'The printer answers. No test sheet was printed, because it was asked not to.',
    'zh-Hant': '打印機有回應。按照指示，沒有列印測試頁。',
    'zh-Hans': '打印机有响应。按照指示，没有打印测试页。',
  }),
  'doctor-sheet-not-drawn': toTechnician({
    en: 'The test sheet could not be drawn, so nothing was printed. Mend the display and the fonts first.',
    'zh-Hant': '測試頁無法繪製，因此沒有列印。請先處理顯示和字型問題。',
    'zh-Hans': '测试页无法绘制，因此没有打印。请先处理显示和字体问题。',
  }),
  'doctor-sheet-unknown': toTechnician({
    en: 'The test sheet was sent and the printer does not say whether it came out. Look at the printer.',
    'zh-Hant': '測試頁已送出，但打印機沒有回報是否印出。請查看打印機。',
    'zh-Hans': '测试页已发送，但打印机没有报告是否打印完成。请查看打印机。',
  }),
  'doctor-printer-folder': toTechnician({
    en: 'No printer is set up: sheets go to a folder as pictures. Write the printer into `kiosk.json`.',
    'zh-Hant': '尚未設定打印機：列印內容只會以圖片存入資料夾。請在 `kiosk.json` 填寫打印機。',
    'zh-Hans': '尚未设置打印机：打印内容只会以图片存入文件夹。请在 `kiosk.json` 中填写打印机。',
  }),

  // Scanner.
  'doctor-no-scanner': toTechnician({
    en: 'No scanner and no camera was recognised. Plug one in, or let visitors type their codes; `--interactive` tries one.',
    'zh-Hant': '沒有識別到掃描器或鏡頭。請接上一個，或讓訪客輸入代碼；可用 `--interactive` 測試。',
    'zh-Hans': '没有识别到扫描器或摄像头。请接上一个，或让访客输入代码；可用 `--interactive` 测试。',
  }),
  'doctor-scan-not-tried': toTechnician({
    en: 'A scanner or camera is there and was not tried. Run with `--interactive` to scan the code of the test sheet.',
    'zh-Hant': '已有掃描器或鏡頭，但未測試。請加上 `--interactive`，然後掃描測試頁上的碼。',
    'zh-Hans': '已有扫描器或摄像头，但未测试。请加上 `--interactive`，然后扫描测试页上的码。',
  }),
  'doctor-nothing-scanned': toTechnician({
    en: 'Nothing was scanned. Check the scanner’s cable, and that it ends each code with Enter.',
    'zh-Hant': '沒有掃描到任何內容。請檢查掃描器的連接線，並確認每個碼之後會送出換行。',
    'zh-Hans': '没有扫描到任何内容。请检查扫描器的连接线，并确认每个码之后会发送换行。',
  }),
  'doctor-scanned-wrong': toTechnician({
    en: 'What came is not the code of the test sheet. Set the scanner to the keyboard layout of this machine (US), then try again.',
    'zh-Hant': '收到的內容不是測試頁上的碼。請把掃描器的鍵盤配置設定為與本機相同（美式），然後再試。',
    'zh-Hans': '收到的内容不是测试页上的码。请把扫描器的键盘布局设置为与本机相同（美式），然后再试。',
  }),

  // Clock.
  'doctor-clock-wrong': toTechnician({
    en: 'The clock is not the hub’s. Set it, and let it follow the network’s time.',
    'zh-Hant': '時鐘與中央主機不一致。請校正，並設定為跟隨網絡時間。',
    'zh-Hans': '时钟与中央主机不一致。请校正，并设置为跟随网络时间。',
  }),
  'doctor-clock-unproved': toTechnician({
    en: 'Nothing was there to compare the clock with. Compare it with your own watch.',
    'zh-Hant': '沒有可供比對的時間來源。請與你的手錶核對。',
    'zh-Hans': '没有可供比对的时间来源。请与您的手表核对。',
  }),
  'doctor-time-zone': toTechnician({
    en: 'The machine is in another time zone than the event. Set the event’s zone.',
    'zh-Hant': '本機的時區與活動不同。請設定為活動所在時區。',
    'zh-Hans': '本机的时区与活动不同。请设置为活动所在时区。',
  }),

  // Disk and power.
  'doctor-disk-full': toTechnician({
    en: 'The disk is full, so no registration can be kept. Make room before doors open.',
    'zh-Hant': '磁碟已滿，無法保存登記。請在開門前騰出空間。',
    'zh-Hans': '磁盘已满，无法保存登记。请在开门前腾出空间。',
  }),
  'doctor-disk-low': toTechnician({
    en: 'Less than 1 GB is free on the disk. Make room.',
    'zh-Hant': '磁碟可用空間少於 1 GB。請騰出空間。',
    'zh-Hans': '磁盘可用空间少于 1 GB。请腾出空间。',
  }),
  'doctor-disk-read-only': toTechnician({
    en: 'The disk takes no writes: Linux has made it read-only after a fault. Replace the disk.',
    'zh-Hant': '磁碟拒絕寫入：系統在故障後把它設為唯讀。請更換磁碟。',
    'zh-Hans': '磁盘拒绝写入：系统在故障后把它设为只读。请更换磁盘。',
  }),
  'doctor-disk-refuses': toTechnician({
    en: 'The data folder takes no writes. Let the kiosk’s user write there, or choose another folder.',
    'zh-Hant': '資料夾無法寫入。請給予自助機用戶寫入權限，或選擇另一資料夾。',
    'zh-Hans': '数据文件夹无法写入。请给予自助机用户写入权限，或选择另一文件夹。',
  }),
  'doctor-disk-slow': toTechnician({
    en: 'The disk takes long to keep what is written, and visitors would wait. Replace it, best by an SSD.',
    'zh-Hant': '磁碟寫入過慢，訪客需要等候。請更換磁碟，最好使用固態硬碟。',
    'zh-Hans': '磁盘写入过慢，访客需要等候。请更换磁盘，最好使用固态硬盘。',
  }),
  'doctor-records-lost': toTechnician({
    en: 'Registrations were lost when the program was killed. Do not use this machine; keep the report and call for help.',
    'zh-Hant': '程式被強制終止後遺失了登記。請勿使用本機；保留報告並尋求協助。',
    'zh-Hans': '程序被强制终止后丢失了登记。请勿使用本机；保留报告并寻求帮助。',
  }),
  'doctor-disk-forgets': toTechnician({
    en: 'The data folder is on something that forgets when the power goes: memory, or a disk without barriers. Choose a real disk.',
    'zh-Hant': '資料夾位於斷電後會遺失內容的位置（記憶體，或沒有寫入屏障的磁碟）。請改用真正的磁碟。',
    'zh-Hans': '数据文件夹位于断电后会丢失内容的位置（内存，或没有写入屏障的磁盘）。请改用真正的磁盘。',
  }),
  'doctor-disk-unsure': toTechnician({
    en: 'What is below the data folder cannot be seen (network, container or USB file system). Use a disk of this machine at an event.',
    'zh-Hant': '無法得知資料夾實際存放在哪裡（網絡、容器或隨身碟）。活動時請使用本機的磁碟。',
    'zh-Hans': '无法得知数据文件夹实际存放在哪里（网络、容器或优盘）。活动时请使用本机的磁盘。',
  }),
  'doctor-rehearsal-failed': toTechnician({
    en: 'The rehearsal did not come to its end, so nothing is proved. Look at the log and at the disk, then run it again.',
    'zh-Hant': '演練未能完成，因此未能證明任何事情。請查看記錄檔和磁碟，然後再執行一次。',
    'zh-Hans': '演练未能完成，因此不能证明任何事情。请查看日志文件和磁盘，然后再运行一次。',
  }),

  // Network and hub.
  'doctor-record-not-sent': toTechnician({
    en: 'What was registered while the network was cut did not all arrive once. Do not use this machine; send a support bundle.',
    'zh-Hant': '斷網期間的登記，恢復後未能全部只送達一次。請勿使用本機，並提交支援資料包。',
    'zh-Hans': '断网期间的登记，恢复后未能全部只送达一次。请勿使用本机，并提交支持资料包。',
  }),
  'doctor-hub-away': toTechnician({
    en: 'The hub does not answer. Check the network cable and that the hub runs; the kiosk works alone meanwhile.',
    'zh-Hant': '中央主機沒有回應。請檢查網絡線，並確認中央主機正在運行；期間本機可獨立運作。',
    'zh-Hans': '中央主机没有响应。请检查网线，并确认中央主机正在运行；期间本机可以独立工作。',
  }),
  'doctor-hub-other-key': toTechnician({
    en: 'Something else answers at the hub’s address: its key is another. Find out what it is; if the hub is new, enrol this kiosk again.',
    'zh-Hant': '該地址由另一部主機回應，其密鑰不同。請查明原因；如中央主機已更換，請重新登記本機。',
    'zh-Hans': '该地址由另一台主机响应，其密钥不同。请查明原因；如中央主机已更换，请重新登记本机。',
  }),
  'doctor-hub-not-ready': toTechnician({
    en: 'The hub answers but serves nobody yet. Load the event there, and look at its log.',
    'zh-Hant': '中央主機有回應但尚未提供服務。請在中央主機載入活動，並查看其記錄檔。',
    'zh-Hans': '中央主机有响应但还未提供服务。请在中央主机上载入活动，并查看其日志文件。',
  }),
  'doctor-hub-slow': toTechnician({
    en: 'The hub takes more than half a second to answer. Use a cable instead of the wireless network.',
    'zh-Hant': '中央主機回應需時超過半秒。請使用網絡線代替無線網絡。',
    'zh-Hans': '中央主机响应超过半秒。请使用网线代替无线网络。',
  }),

  // Enrolment.
  'doctor-enrolment-broken': toTechnician({
    en: 'The file with this kiosk’s enrolment cannot be read. Enrol the kiosk again with a new code.',
    'zh-Hant': '本機的登記檔案無法讀取。請以新的登記碼重新登記。',
    'zh-Hans': '本机的登记文件无法读取。请用新的登记码重新登记。',
  }),
  'doctor-certificate-wrong': toTechnician({
    en: 'The enrolment is another machine’s: its certificate does not fit this kiosk’s key. Enrol this kiosk with a code of its own.',
    'zh-Hant': '登記檔案屬於另一部機：證書與本機密鑰不符。請以本機自己的登記碼登記。',
    'zh-Hans': '登记文件属于另一台机器：证书与本机密钥不符。请用本机自己的登记码登记。',
  }),
  'doctor-revoked': toTechnician({
    en: 'The hub has shut this kiosk out. If it should be in use, enrol it again with a new code.',
    'zh-Hant': '中央主機已把本機停權。如需使用，請以新的登記碼重新登記。',
    'zh-Hans': '中央主机已停用本机。如需使用，请用新的登记码重新登记。',
  }),
  'doctor-kiosk-unknown': toTechnician({
    en: 'The hub does not know this kiosk. Enrol it again with a new code.',
    'zh-Hant': '中央主機不認識本機。請以新的登記碼重新登記。',
    'zh-Hans': '中央主机不认识本机。请用新的登记码重新登记。',
  }),
  'doctor-no-event': toTechnician({
    en: 'No event is here yet. Start the kiosk once with the hub in reach, or load an event pack.',
    'zh-Hant': '尚未有活動資料。請在能連接中央主機時啟動一次，或載入活動資料包。',
    'zh-Hans': '还没有活动资料。请在能连接中央主机时启动一次，或载入活动资料包。',
  }),
  'doctor-no-place': toTechnician({
    en: 'The plan does not say where this kiosk stands, so maps show no “you are here”. Give it a place in the event pack.',
    'zh-Hant': '平面圖沒有標示本機位置，地圖不會顯示「你在這裏」。請在活動資料包為本機設定位置。',
    'zh-Hans': '平面图没有标示本机位置，地图不会显示“您在这里”。请在活动资料包中为本机设置位置。',
  }),

  // Lock-down.
  'doctor-lock-not-here': toTechnician({
    en: 'Not looked at: this is a developer’s checkout and not an installed kiosk.',
    'zh-Hant': '沒有檢查：這是開發環境，不是已安裝的自助機。',
    'zh-Hans': '没有检查：这是开发环境，不是已安装的自助机。',
  }),
  'doctor-as-root': toTechnician({
    en: 'The kiosk runs as the machine’s administrator. Install it as a package, which gives it a user of its own.',
    'zh-Hant': '自助機以管理員身份運行。請以安裝套件安裝，使其擁有自己的用戶。',
    'zh-Hans': '自助机以管理员身份运行。请用安装包安装，使其拥有自己的用户。',
  }),
  'doctor-no-sandbox': toTechnician({
    en: 'The browser runs without its sandbox. Start the kiosk as its own user, and let that user open namespaces.',
    'zh-Hant': '瀏覽器沒有在沙箱中運行。請以自助機自己的用戶啟動，並允許該用戶使用命名空間。',
    'zh-Hans': '浏览器没有在沙箱中运行。请用自助机自己的用户启动，并允许该用户使用命名空间。',
  }),
  'doctor-lock-unread': toTechnician({
    en: 'Whether the machine is locked could not be asked. Run `foyer lock-down check` as administrator.',
    'zh-Hant': '無法查詢本機是否已鎖定。請以管理員身份執行 `foyer lock-down check`。',
    'zh-Hans': '无法查询本机是否已锁定。请以管理员身份运行 `foyer lock-down check`。',
  }),
  'doctor-not-locked': toTechnician({
    en: 'Visitors could leave the kiosk: steps of the lock-down are missing. Run `foyer lock-down apply` as administrator.',
    'zh-Hant': '訪客可能離開自助機程式：部分鎖定步驟未完成。請以管理員身份執行 `foyer lock-down apply`。',
    'zh-Hans': '访客可能离开自助机程序：部分锁定步骤未完成。请以管理员身份运行 `foyer lock-down apply`。',
  }),
  'doctor-lock-unsure': toTechnician({
    en: 'Some steps of the lock-down could not be looked at. Run `foyer lock-down check` as administrator.',
    'zh-Hant': '部分鎖定步驟未能檢查。請以管理員身份執行 `foyer lock-down check`。',
    'zh-Hans': '部分锁定步骤未能检查。请以管理员身份运行 `foyer lock-down check`。',
  }),

  // On the page of kiosks.
  'kiosk-doctor-red': toTechnician({
    en: 'Its last examination was red: it does not go live unless a supervisor says so. Do what is written below and examine it again.',
    'zh-Hant': '該部機最近一次檢查為紅色：除非主管批准，否則不會開放。請按下列指示處理，然後再檢查。',
    'zh-Hans': '该机器最近一次检查为红色：除非主管批准，否则不会开放。请按以下指示处理，然后再检查。',
  }),
  'kiosk-doctor-forged': toTechnician({
    en: 'Its report of the examination was not signed by this kiosk, or was changed. Examine it again, and find out who touched the machine.',
    'zh-Hant': '其檢查報告並非由該部機簽署，或曾被更改。請再檢查一次，並查明誰動過該部機。',
    'zh-Hans': '其检查报告并非由该机器签署，或曾被更改。请再检查一次，并查明谁动过该机器。',
  }),
  'kiosk-not-examined': toTechnician({
    en: 'Not examined with this version yet. Run `foyer doctor` there before doors open.',
    'zh-Hant': '尚未以此版本檢查。請在開門前於該部機執行 `foyer doctor`。',
    'zh-Hans': '尚未用此版本检查。请在开门前于该机器上运行 `foyer doctor`。',
  }),
} as const satisfies Record<string, ErrorWords>;
