import type { Words } from '../en.ts';

export const programme: Words['programme'] = {
  begins: '{{day}} {{time}} 開始',
  goesOn: '{{day}} {{time}} 繼續',
  over: '節目已經完結。',
  now: '進行中',
  next: '接着 {{time}}',
  moreNow_one: '另有 {{count}} 個',
  moreNow_other: '另有 {{count}} 個',
  day: '日子',
  earlier_one: '今日較早的 {{count}} 個節目',
  earlier_other: '今日較早的 {{count}} 個節目',
  filter: { from: '時間', room: '地點', track: '主題', kind: '類別' },
  all: { from: '任何時間', room: '所有地點', track: '所有主題', kind: '所有類別' },
  fromTime: '{{time}} 起',
  clear: '清除',
  noneTitle: '這天沒有符合的節目',
  seeAll: '看全日節目',
  showWay: '帶我去',
};
