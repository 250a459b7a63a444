import type { Words } from '../en.ts';

export const announcements: Words['announcements'] = {
  title: '通知',
  all: '所有通知',
  close: '关闭',
  inLanguage: '以{{language}}发布',
  more_one: '另有 {{count}} 条',
  more_other: '另有 {{count}} 条',
};
