import type { Words } from '../en.ts';

export const hall: Words['hall'] = {
  floors: '樓層',
  floor: { ground: '地下', up: '{{number}} 樓', down: '地庫 {{number}} 層' },
  changeTo: {
    lift: '乘升降機到{{floor}}',
    escalator: '乘扶手電梯到{{floor}}',
    stairs: '走樓梯到{{floor}}',
  },
  zoomIn: '放大',
  zoomOut: '縮小',
  whole: '整個會場',
  turn: '轉動地圖',
  stepFree: '不走樓梯',
  noStepFree: '平面圖上沒有不經樓梯的路線，請問職員。',
  found_one: '找到 {{count}} 處',
  found_other: '找到 {{count}} 處',
  cursor: '{{place}}。用方向鍵移動，按 Enter 選擇。',
};
