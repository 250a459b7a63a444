import type { Words } from '../en.ts';

export const find: Words['find'] = {
  facet: { function: '职能', level: '级别', company: '公司', contract: '合同', language: '语言', place: '地点' },
  filters: '筛选',
  chosen: '{{name}} · {{count}}',
  clear: '清除',
  clearAll: '全部清除',
  show_one: '查看 {{count}} 个职位',
  show_other: '查看 {{count}} 个职位',
  new: '新',
  others: '公司、活动和地点',
  allOthers: '全部 {{count}} 项',
  othersTitle: '在这里找到',
  kind: { company: '公司', session: '活动日程', place: '地点' },
  noneTitle: '没有完全符合的职位',
  noneText: '以下最接近：',
  near: '以下部分符合',
  onMap: '在地图上看',
  relax: {
    facet: '不限“{{values}}”',
    words: '去掉“{{words}}”',
    spelling: '改为“{{instead}}”，而不是“{{word}}”',
    all: '所有职位',
  },
  suggestion: { whoHires: '哪些公司招 {{skill}}？', now: '现在有什么活动', toilet: '最近的洗手间' },
  workLanguage: { en: '英语', yue: '粤语', cmn: '普通话' },
};
