import type { Language } from '../../../domain/localised.ts';

/** What visitors might type, letter for letter in Latin and character for character in Han. */
export const queries: Readonly<Record<Language, readonly string[]>> = {
  en: ['analog design', 'verification', 'packaging', 'rf test'],
  'zh-Hant': [
    '半導體製程',
    '驗證工程師',
    '模擬電路',
    '封裝測試',
    '嵌入式軟件',
    '畢業生',
    '設備工程',
    '數碼設計',
    '高級設計師',
  ],
  'zh-Hans': [
    '半导体工艺',
    '验证工程师',
    '模拟电路',
    '封装测试',
    '嵌入式软件',
    '应届生',
    '设备工程',
    '数字设计',
    '高级设计',
  ],
};
