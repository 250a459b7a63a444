import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** In every bundled script, and of every length. */
export const hardNames: Readonly<Record<string, { own: string; latin: string }>> = {
  'Han and Latin': { own: '陳大文', latin: 'Chan Tai Man' },
  'two letters': { own: '', latin: 'Ng' },
  'one Han character': { own: '一', latin: 'I' },
  Vietnamese: { own: 'Đặng Thị Ngọc Hằng', latin: '' },
  'Greek and Cyrillic': { own: 'Γιώργος Παπαδόπουλος', latin: 'Олександр Ґалаґан' },
  Kana: { own: 'たかはし みゆき', latin: 'Takahashi Miyuki' },
  Hangul: { own: '김수한무거북이와두루미삼천갑자동방삭', latin: 'Kim Su-han-mu' },
  Arabic: { own: 'محمد عبد الله بن سلمان', latin: 'Mohammed Abdullah bin Salman' },
  Hebrew: { own: 'יעל כהן־לוי', latin: 'Yael Cohen-Levi' },
  Devanagari: { own: 'राजेश क्षत्रिय श्रीवास्तव', latin: 'Rajesh Kshatriya Shrivastava' },
  Thai: { own: 'กิตติศักดิ์ วงศ์สุวรรณ', latin: 'Kittisak Wongsuwan' },
  'two long surnames': { own: '', latin: 'Maximilian Featherstonehaugh-Wolfeschlegelstein' },
  'eighty characters': {
    own: '',
    latin: 'Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Ruizzz',
  },
  'one word of eighty characters': { own: 'W'.repeat(80), latin: 'i'.repeat(80) },
  'eighty Han characters': { own: '龘'.repeat(80), latin: '' },
  'eighty Arabic letters': { own: 'م'.repeat(80), latin: '' },
  'eighty Thai letters': { own: 'กี่'.repeat(80), latin: '' },
};

const folder = fileURLToPath(new URL('../../../shared/data/names/', import.meta.url));
export const hasRealNames = existsSync(folder);

const rowsSchema = z.array(
  z.object({ Country: z.string(), 'Localized Name': z.string(), 'Romanized Name': z.string() }),
);

/** One name of each country of the real lists: a forename, and a surname where that country has one. */
export function readRealNames(): { country: string; own: string; latin: string }[] {
  const [forenames, surnames] = ['common-forenames-by-country.csv', 'common-surnames-by-country.csv'].map(
    readFirstNames,
  );
  return [...(forenames ?? [])].map(([country, forename]) => {
    const surname = surnames?.get(country);
    const join = (key: 'own' | 'latin') => [forename[key], surname?.[key]].filter(Boolean).join(' ');
    return { country, own: join('own'), latin: join('latin') };
  });
}

function readFirstNames(file: string): Map<string, { own: string; latin: string }> {
  const rows = rowsSchema.parse(parse(readFileSync(folder + file), { columns: true, bom: true }));
  return new Map(
    rows.toReversed().map((row) => [row.Country, { own: row['Localized Name'], latin: row['Romanized Name'] }]),
  );
}
