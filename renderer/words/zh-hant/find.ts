import type { Words } from '../en.ts';

export const find: Words['find'] = {
  facet: { function: '職能', level: '級別', company: '公司', contract: '合約', language: '語言', place: '地點' },
  filters: '篩選',
  chosen: '{{name}} · {{count}}',
  clear: '清除',
  clearAll: '全部清除',
  show_one: '看 {{count}} 個職位',
  show_other: '看 {{count}} 個職位',
  new: '新',
  others: '公司、節目和地點',
  allOthers: '全部 {{count}} 項',
  othersTitle: '這裏找到',
  kind: { company: '公司', session: '活動日程', place: '地點' },
  noneTitle: '沒有職位完全符合',
  noneText: '以下最接近：',
  near: '以下部分符合',
  onMap: '在地圖上看',
  relax: {
    facet: '不限「{{values}}」',
    words: '去掉「{{words}}」',
    spelling: '改為「{{instead}}」，不是「{{word}}」',
    all: '所有職位',
  },
  suggestion: { whoHires: '哪些公司請 {{skill}}？', now: '現在有甚麼節目', toilet: '最近的洗手間' },
  workLanguage: { en: '英語', yue: '廣東話', cmn: '普通話' },
};
