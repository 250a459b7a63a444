import type { Words } from '../en.ts';

export const closed: Words['closed'] = {
  title: '请使用旁边的另一台机器',
  note: '这台机器暂停服务。已完成的登记不受影响。',
  shut: '暂停接待访客',
};
