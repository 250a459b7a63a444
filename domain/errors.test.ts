import { describe, expect, it } from 'vitest';
import { errors, type ErrorCode } from './errors.ts';
import { languages } from './localised.ts';
import { printerFaults } from './print-job.ts';
import { rejections } from './protocol/records.ts';
import { kioskProblems, signInRefusals, staffRefusals } from './protocol/staff-calls.ts';
import { hubErrors } from './protocol/words.ts';

const table = Object.entries(errors);
const latinTerms = /name@example\.com|`[^`]+`|REPRINT/g;

describe('the table of errors', () => {
  it('has words for every fault of a printer', () => {
    for (const fault of printerFaults) expect(errors).toHaveProperty(`printer-${fault}` satisfies ErrorCode);
  });

  it('has words for every way in which a hub refuses a kiosk or a record', () => {
    for (const code of Object.keys(hubErrors)) expect(errors).toHaveProperty(`hub-${code}`);
    for (const reason of rejections) expect(errors).toHaveProperty(`rejected-${reason}` satisfies ErrorCode);
  });

  it('has words for whatever staff can be refused, and for whatever is wrong with a kiosk', () => {
    for (const refusal of staffRefusals) expect(errors).toHaveProperty(`staff-${refusal}` satisfies ErrorCode);
    for (const refusal of signInRefusals) expect(errors).toHaveProperty(`sign-in-${refusal}` satisfies ErrorCode);
    for (const problem of kioskProblems) expect(errors).toHaveProperty(`kiosk-${problem}` satisfies ErrorCode);
  });

  it.each(table)('%s speaks to visitor and operator in every language', (_code, words) => {
    for (const language of languages) {
      for (const text of [words.visitor[language], words.operator[language]]) {
        expect(text).toMatch(language === 'en' ? /^[A-Z].*[.?]$/ : /^\p{Script=Han}.*[。？]$/u);
        expect(text.trim()).toBe(text);
        if (language !== 'en') expect(text.replace(latinTerms, '')).not.toMatch(/[a-z]{3}/i);
      }
    }
  });

  it.each(table)('%s keeps jargon from the visitor and fits on two lines', (_code, { visitor }) => {
    for (const text of Object.values(visitor)) {
      expect(text).not.toMatch(/journal|raster|host|npm|日誌|日志|後台|后台/i);
      expect(text.length).toBeLessThanOrEqual(96);
    }
  });

  it('writes Hong Kong words in zh-Hant and mainland words in zh-Hans', () => {
    for (const [, { visitor, operator }] of table) {
      expect(visitor['zh-Hant'] + operator['zh-Hant']).not.toMatch(/[请机码这开关闭为对时进过应纸联连您]/);
      expect(visitor['zh-Hans'] + operator['zh-Hans']).not.toMatch(
        /[請機碼這開關閉為對時進過應紙聯連你]|列印|電郵|職員/,
      );
    }
  });
});
