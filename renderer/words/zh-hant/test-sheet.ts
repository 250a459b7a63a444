import type { Words } from '../en.ts';

export const testSheet: Words['testSheet'] = {
  title: '測試頁',
  paper: '{{width}} × {{height}} 點 · {{dpi}} dpi · {{millimetres}} 毫米',
  paperRoll: '{{width}} 點 · {{dpi}} dpi · {{millimetres}} 毫米',
  frame: '四邊框線各粗一點。缺了哪一邊，就是那一邊沒有印到。',
  density: '八級濃淡，最後一格應全黑而均勻',
  lines: '線粗 1、2、3、4 點',
  inverted: '黑底白字',
  scripts: '文字',
  code: '手機應可讀取此碼',
  cut: '應在此條下方切紙，不可切穿',
};
