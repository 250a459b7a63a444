import { jobContracts, jobLevels } from '../job.ts';
import { toHeadingKey } from './attendee-columns.ts';

/** Common words for the values of a field, as `toHeadingKey` spells them; the values themselves are understood too. */
type Words = Readonly<Record<string, readonly string[]>>;

const levels: Words = {
  intern: [
    'internship', 'interns', 'trainee', 'placement', 'studentjob', '實習', '实习', '實習生', '实习生', '見習', '见习', '暑期實習', '暑期实习',
  ],
  graduate: [
    'graduates', 'newgrad', 'newgraduate', 'freshgraduate', 'freshgrad', 'fresh', 'entry', 'entrylevel', 'junior', 'associate', 'noexperience',
    '畢業生', '毕业生', '應屆', '应届', '應屆生', '应届生', '應屆畢業生', '应届毕业生', '校招', '校園招聘', '校园招聘', '初級', '初级', '無經驗', '无经验',
    '經驗不拘', '经验不限', '在校应届', '1年以下', '1年以内',
  ],
  mid: [
    'midlevel', 'middle', 'intermediate', 'experienced', 'professional', 'midsenior', 'midseniorlevel', '中級', '中级', '有經驗', '有经验', '社招',
    '13年', '1至3年', '35年', '3至5年',
  ],
  senior: ['seniorlevel', 'expert', 'staff', '高級', '高级', '資深', '资深', '高階', '510年', '5至10年'],
  lead: [
    'leader', 'teamlead', 'lead', 'principal', 'manager', 'management', 'director', 'executive', 'head', '主管', '經理', '经理', '總監', '总监',
    '主任', '負責人', '负责人', '組長', '组长', '專家', '专家', '10年以上',
  ],
}; // prettier-ignore

const contracts: Words = {
  'full-time': [
    'fulltime', 'full', 'permanent', 'regular', 'ft', '全職', '全职', '長期', '长期', '正式', '正職', '正式員工', '正式员工', '全日制', '全時',
  ],
  'part-time': ['parttime', 'part', 'pt', 'casual', '兼職', '兼职', '部分工時', '非全日制', '半職', '時薪'],
  'fixed-term': [
    'fixedterm', 'contract', 'contractor', 'temporary', 'temp', 'freelance', 'project', 'perdiem', '合約', '合约', '合同', '合同制', '合約制',
    '臨時', '临时', '短期', '約聘', '定期契約', '外包', '自由職業', '劳务派遣',
  ],
  internship: ['intern', 'interns', 'placement', 'coop', '實習', '实习', '實習生', '实习生', '見習', '见习'],
}; // prettier-ignore

const kinds: Words = {
  forum: [
    'forums', 'panel', 'paneldiscussion', 'keynote', 'keynotes', 'plenary', 'conference', 'summit', 'symposium', '論壇', '论坛', '主論壇',
    '主论坛', '分論壇', '分论坛', '峰會', '峰会', '圓桌', '圆桌', '座談', '座谈', '座談會', '主題演講', '主题演讲', '大會', '大会',
  ],
  workshop: [
    'workshops', 'tutorial', 'training', 'course', 'lab', 'handson', 'clinic', 'bootcamp', '工作坊', '培訓', '培训', '課程', '课程', '實作', '實操',
    '体验', '體驗', '訓練營', '训练营', '研習',
  ],
  talk: [
    'talks', 'lecture', 'session', 'presentation', 'lightningtalk', 'seminar', 'other', 'meeting', '講座', '讲座', '演講', '演讲', '分享', '分享會',
    '分享会', '宣講會', '宣讲会', '說明會', '说明会', '研討會', '研讨会', '報告', '报告', '活動', '活动',
  ],
}; // prettier-ignore

const languages: Words = {
  en: ['english', 'engb', 'enus', 'enhk', '英文', '英語', '英语'],
  yue: ['cantonese', 'zhhk', 'zhhant', '粵語', '粤语', '廣東話', '广东话', '廣州話', '广州话'],
  cmn: [
    'mandarin', 'putonghua', 'chinese', 'zhcn', 'zhtw', 'zhhans', '普通話', '普通话', '國語', '国语', '華語', '华语', '中文', '漢語', '汉语',
    '汉语普通话',
  ],
  ja: ['japanese', '日文', '日語', '日语'],
  ko: ['korean', '韓文', '韓語', '韩语'],
  de: ['german', 'deutsch', '德文', '德語', '德语'],
  fr: ['french', '法文', '法語', '法语'],
  es: ['spanish', '西班牙文', '西班牙語', '西班牙语'],
  nan: ['taiwanese', 'hokkien', '台語', '閩南語', '闽南语'],
}; // prettier-ignore

interface Choice {
  readonly words: ReadonlyMap<string, string>;
  readonly values: readonly string[];
}

function createChoice(words: Words): Choice {
  const pairs = Object.entries(words).flatMap(([value, others]) =>
    [value, ...others].map((word) => [toHeadingKey(word), value] as const),
  );
  // Of a word that two values know the first keeps it, and a value's own name is always its own.
  const own = Object.keys(words).map((value) => [toHeadingKey(value), value] as const);
  return { words: new Map([...pairs.toReversed(), ...own]), values: Object.keys(words) };
}

const choices: Readonly<Record<string, Choice>> = {
  level: createChoice(levels),
  contract: createChoice(contracts),
  kind: createChoice(kinds),
  languages: createChoice(languages),
};

/** The value that a common word means, in three languages; null when the word is not known. */
export function readChoice(field: string, written: string): string | null {
  const key = toHeadingKey(written);
  const found = choices[field]?.words.get(key) ?? findHanWord(field, key);
  // Any language code will do, also one that has no words here.
  return found ?? (field === 'languages' && /^[a-z]{2,3}$/.test(written) ? written : null);
}

/** Chinese puts the word that counts beside others without a blank: 主题论坛, 全职本科. The longest one that is known decides. */
function findHanWord(field: string, key: string): string | undefined {
  if (field === 'languages') return undefined;
  const held = [...(choices[field]?.words ?? [])].filter(
    ([word]) => /^\p{Script=Han}{2,}$/u.test(word) && key.includes(word),
  );
  return held.toSorted(([first], [second]) => second.length - first.length)[0]?.[1];
}

/** The possible values of a field. */
export function listValues(field: string): readonly string[] {
  if (field === 'level') return jobLevels;
  return field === 'contract' ? jobContracts : (choices[field]?.values ?? []);
}
