import type { Words } from '../en.ts';

export const announcements: Words['announcements'] = {
  title: '公布',
  all: '所有公布',
  close: '關閉',
  inLanguage: '以{{language}}發出',
  more_one: '另有 {{count}} 則',
  more_other: '另有 {{count}} 則',
};
