import type { Words } from '../en.ts';

export const hall: Words['hall'] = {
  floors: '楼层',
  floor: { ground: '首层', up: '地上 {{number}} 层', down: '地下 {{number}} 层' },
  changeTo: {
    lift: '乘电梯到{{floor}}',
    escalator: '乘自动扶梯到{{floor}}',
    stairs: '走楼梯到{{floor}}',
  },
  zoomIn: '放大',
  zoomOut: '缩小',
  whole: '整个展馆',
  turn: '旋转地图',
  stepFree: '不走楼梯',
  noStepFree: '平面图上没有不经楼梯的路线，请询问工作人员。',
  found_one: '找到 {{count}} 处',
  found_other: '找到 {{count}} 处',
  cursor: '{{place}}。用方向键移动，按 Enter 选择。',
};
