import type { Words } from '../en.ts';

export const testSheet: Words['testSheet'] = {
  title: '测试页',
  paper: '{{width}} × {{height}} 点 · {{dpi}} dpi · {{millimetres}} 毫米',
  paperRoll: '{{width}} 点 · {{dpi}} dpi · {{millimetres}} 毫米',
  frame: '四边框线各粗一点。缺了哪一边，就是那一边没有打印到。',
  density: '八级浓淡，最后一格应全黑且均匀',
  lines: '线宽 1、2、3、4 点',
  inverted: '黑底白字',
  scripts: '文字',
  code: '手机应能读取此码',
  cut: '应在此条下方切纸，不可切穿',
};
