import type { Words } from '../en.ts';

export const closed: Words['closed'] = {
  title: '請使用旁邊的另一部機',
  note: '這部機暫停服務。已完成的登記不受影響。',
  shut: '暫停接待訪客',
};
