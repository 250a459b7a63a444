import type { Words } from '../en.ts';

export const shortlist: Words['shortlist'] = {
  keep: '收藏',
  kept: '已收藏',
  keepName: '{{word}}：{{name}}',
  title: '您的清单',
  plan: '规划路线',
};
