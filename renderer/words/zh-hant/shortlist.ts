import type { Words } from '../en.ts';

export const shortlist: Words['shortlist'] = {
  keep: '收藏',
  kept: '已收藏',
  keepName: '{{word}}：{{name}}',
  title: '你的清單',
  plan: '規劃路線',
};
