import type { Words } from '../en.ts';

export const programme: Words['programme'] = {
  begins: '{{day}} {{time}} 开始',
  goesOn: '{{day}} {{time}} 继续',
  over: '日程已经结束。',
  now: '进行中',
  next: '接下来 {{time}}',
  moreNow_one: '另有 {{count}} 场',
  moreNow_other: '另有 {{count}} 场',
  day: '日期',
  earlier_one: '今天早些时候的 {{count}} 场',
  earlier_other: '今天早些时候的 {{count}} 场',
  filter: { from: '时间', room: '地点', track: '主题', kind: '类型' },
  all: { from: '任何时间', room: '所有地点', track: '所有主题', kind: '所有类型' },
  fromTime: '{{time}} 起',
  clear: '清除',
  noneTitle: '这一天没有符合的日程',
  seeAll: '看全天日程',
  showWay: '带我去',
};
