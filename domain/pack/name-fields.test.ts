import { expect, it } from 'vitest';
import { readChoice } from './choice-words.ts';
import { guessLanguage } from './guess-language.ts';
import { recogniseName } from './name-fields.ts';
import { agendaTable, companyTable, jobTable, skillTable } from './tables.ts';

it.each([
  [companyTable, '公司名稱', 'name'],
  [companyTable, '企业名称', 'name'],
  [companyTable, 'Exhibitor', 'name'],
  [companyTable, '攤位', 'stands'],
  [companyTable, '展位号', 'stands'],
  [companyTable, 'Booth No.', 'stands'],
  [companyTable, '公司简介', 'about'],
  [jobTable, '職位', 'title'],
  [jobTable, '职位名称', 'title'],
  [jobTable, 'Position', 'title'],
  [jobTable, 'Job Title', 'title'],
  [jobTable, 'employer', 'company'],
  [jobTable, '地點', 'place'],
  [jobTable, '城市', 'place'],
  [jobTable, 'Date Posted', 'posted'],
  [jobTable, '發布日期', 'posted'],
  [jobTable, '工作内容', 'text'],
  [jobTable, 'employment_type', 'contract'],
  [agendaTable, '議程', 'title'],
  [agendaTable, '主題', 'title'],
  [agendaTable, 'Session', 'title'],
  [agendaTable, '開始時間', 'start'],
  [agendaTable, '结束时间', 'end'],
  [agendaTable, '講者', 'speakers'],
  [agendaTable, 'Venue', 'room'],
  [skillTable, 'altLabels', 'alternatives'],
] as const)('knows a heading by its common name: %#', (table, heading, field) => {
  expect(recogniseName(table, heading)).toMatchObject({ field });
});

it.each([
  ['name_zh_hant', 'name', 'zh-Hant'],
  ['Company name (English)', 'name', 'en'],
  ['公司名稱（英文）', 'name', 'en'],
  ['英文公司名稱', 'name', 'en'],
  ['公司名称（简体中文）', 'name', 'zh-Hans'],
  ['company_tc', 'name', 'zh-Hant'],
  ['About SC', 'about', 'zh-Hans'],
])('knows the language that %s tells', (heading, field, language) => {
  expect(recogniseName(companyTable, heading)).toMatchObject({ field, language });
});

it('takes no letters of a word for a language', () => {
  expect(recogniseName(companyTable, 'Nameen')).toBeNull();
  expect(recogniseName(companyTable, 'turnover')).toBeNull();
});

it.each([
  ['contract', '全職', 'full-time'],
  ['contract', 'Full Time', 'full-time'],
  ['contract', 'FULL_TIME', 'full-time'],
  ['contract', '兼职', 'part-time'],
  ['contract', '实习', 'internship'],
  ['contract', '全职/本科', 'full-time'],
  ['level', '应届生', 'graduate'],
  ['level', 'Entry level', 'graduate'],
  ['level', '實習生', 'intern'],
  ['level', 'Senior', 'senior'],
  ['kind', '主题论坛', 'forum'],
  ['kind', 'Tutorial', 'workshop'],
  ['languages', 'Cantonese', 'yue'],
  ['languages', '普通話', 'cmn'],
  ['languages', 'de', 'de'],
  ['contract', 'for life', null],
])('%s: %s is %s', (field, written, value) => {
  expect(readChoice(field, written)).toBe(value);
});

it.each([
  ['Digital designer, Python', 'en'],
  ['高級模擬電路設計師', 'zh-Hant'],
  ['高级模拟电路设计师', 'zh-Hans'],
  ['Senior 軟體工程師 (Linux, C++)', 'zh-Hant'],
  ['', 'en'],
])('%j is in %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

it('takes the Chinese of the event where both scripts write alike', () => {
  expect(guessLanguage('上海', 'zh-Hans')).toBe('zh-Hans');
  expect(guessLanguage('上海', 'zh-Hant')).toBe('zh-Hant');
});
