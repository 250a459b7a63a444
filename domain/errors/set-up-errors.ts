import { forStaffOnly, type ErrorWords } from './error-words.ts';

function toTechnician(operator: ErrorWords['operator']): ErrorWords {
  return { visitor: forStaffOnly, operator };
}

/** Why a kiosk is not set up yet, beside what the hub itself says (`hub-…`). Whoever sets it up may be a volunteer. */
export const setUpErrors = {
  'set-up-not-a-code': toTechnician({
    en: 'A code has 24 letters and digits in six groups of four. Compare it with what the hub shows.',
    'zh-Hant': '登記碼共 24 個字母及數字，每四個一組，共六組。請與中央主機所示的核對。',
    'zh-Hans': '登记码共 24 个字母和数字，每四个一组，共六组。请与中央主机显示的核对。',
  }),
  'set-up-not-an-address': toTechnician({
    en: 'That is no address. The hub shows it beside the code, such as 192.168.1.10:7443.',
    'zh-Hant': '這不是有效的地址。地址顯示於中央主機的登記碼旁，例如 192.168.1.10:7443。',
    'zh-Hans': '这不是有效的地址。地址显示在中央主机的登记码旁边，例如 192.168.1.10:7443。',
  }),
  'set-up-no-hub-heard': toTechnician({
    en: 'No hub was found on this network. Check the network cable or Wi-Fi, and that the hub runs. Then try again, or type the hub’s address.',
    'zh-Hant': '在此網絡找不到中央主機。請檢查網絡線或 Wi-Fi，以及中央主機是否運作，然後再試，或輸入中央主機的地址。',
    'zh-Hans': '在此网络找不到中央主机。请检查网线或 Wi-Fi，以及中央主机是否在运行，然后重试，或输入中央主机的地址。',
  }),
  'set-up-unreachable': toTechnician({
    en: 'The hub does not answer. Check the network cable or Wi-Fi, that the hub runs, and its address.',
    'zh-Hant': '中央主機沒有回應。請檢查網絡線或 Wi-Fi、中央主機是否運作，以及其地址。',
    'zh-Hans': '中央主机没有响应。请检查网线或 Wi-Fi、中央主机是否在运行，以及它的地址。',
  }),
  'set-up-other-hub': toTechnician({
    en: 'There is a hub, but not the one that made this code. Compare the code with what your hub shows, or type that hub’s address.',
    'zh-Hant': '已找到中央主機，但並非發出此登記碼的一部。請與你的中央主機所示的登記碼核對，或輸入其地址。',
    'zh-Hans': '已找到中央主机，但不是发出此登记码的那一台。请与您的中央主机显示的登记码核对，或输入它的地址。',
  }),
  'set-up-other-certificate': toTechnician({
    en: 'The hub answered for another machine. Make a new code and try again.',
    'zh-Hant': '中央主機的回覆屬於另一部機。請取得新的登記碼再試。',
    'zh-Hans': '中央主机的答复属于另一台机器。请取得新的登记码再试。',
  }),
  'set-up-not-kept': toTechnician({
    en: 'The enrolment could not be written to this machine’s disk. Make room on it, then use a new code.',
    'zh-Hant': '登記未能寫入本機磁碟。請先騰出空間，再使用新的登記碼。',
    'zh-Hans': '登记未能写入本机磁盘。请先腾出空间，再使用新的登记码。',
  }),
  'set-up-no-event': toTechnician({
    en: 'The kiosk is enrolled and waits for its event. It tries again by itself; check that the hub runs and has the event.',
    'zh-Hant': '本機已登記，正等候活動資料，並會自動再試。請檢查中央主機是否運作及已載入活動。',
    'zh-Hans': '本机已登记，正在等候活动资料，并会自动重试。请检查中央主机是否在运行并已载入活动。',
  }),
} as const satisfies Record<`set-up-${string}`, ErrorWords>;
