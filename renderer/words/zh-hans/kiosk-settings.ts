import type { Words } from '../en.ts';

export const kioskSettings: Words['kioskSettings'] = {
  open: '打印机和位置',
  title: '中央主机给 {{kiosk}} 的设置',
  note: '没有人使用时，该机会立即采用新设置。如果与该机的 kiosk.json 不同，以该机为准。',
  place: '在平面图上的位置',
  printer: '打印机“{{id}}”：地址',
  addressNote: '留空：按该机的 kiosk.json',
  model: '打印机“{{id}}”：型号',
  modelNote: '型号代号，例如 epson-tm-m30iii；留空：使用一般型号',
  wrongAddress: '请输入地址，例如 tcp://192.168.1.50、ipp://HOST/ipp/print、usb:/dev/usb/lp0 或 queue:NAME。',
  wrongModel: '型号代号只含小写字母、数字和连字符，例如 epson-tm-m30iii。',
  save: '通知该机',
  saved: '已通知。没有人使用时，该机会立即采用新设置。',
};
