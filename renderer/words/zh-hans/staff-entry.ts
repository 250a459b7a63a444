import type { Words } from '../en.ts';

export const staffEntry: Words['staffEntry'] = {
  open: '工作人员',
  mode: '工作人员模式',
  hint: '先输入两位数的编号，再输入六位数的密码；也可以扫描工作证。',
  typed_one: '已输入 {{count}} 位数字，共 8 位',
  typed_other: '已输入 {{count}} 位数字，共 8 位',
  leaving_one: '工作人员模式将在 {{count}} 秒后关闭。轻触屏幕可继续。',
  leaving_other: '工作人员模式将在 {{count}} 秒后关闭。轻触屏幕可继续。',
};
