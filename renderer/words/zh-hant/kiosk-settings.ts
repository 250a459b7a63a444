import type { Words } from '../en.ts';

export const kioskSettings: Words['kioskSettings'] = {
  open: '打印機及位置',
  title: '中央主機給 {{kiosk}} 的設定',
  note: '沒有人使用時，該機會立即採用新設定。如與該機的 kiosk.json 不同，以該機為準。',
  place: '在平面圖上的位置',
  printer: '打印機「{{id}}」：地址',
  addressNote: '留空：依該機的 kiosk.json',
  model: '打印機「{{id}}」：型號',
  modelNote: '型號代號，例如 epson-tm-m30iii；留空：使用一般型號',
  wrongAddress: '請輸入地址，例如 tcp://192.168.1.50、ipp://HOST/ipp/print、usb:/dev/usb/lp0 或 queue:NAME。',
  wrongModel: '型號代號只含小寫字母、數字及連字號，例如 epson-tm-m30iii。',
  save: '通知該機',
  saved: '已通知。沒有人使用時，該機會立即採用新設定。',
};
