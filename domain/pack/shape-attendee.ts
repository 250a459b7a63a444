import type { Choice } from '../event.ts';
import type { AttendeeColumn } from './attendee-columns.ts';

export type AttendeeRow = Readonly<Partial<Record<AttendeeColumn, string>>>;

/** The same thing in the words that lists use, as `toKey` spells them. */
const statuses: Readonly<Record<string, readonly string[]>> = {
  student: ['student', 'undergraduate', 'postgraduate', 'undergrad', '學生', '学生', '大學生', '大学生', '在讀', '在读'],
  graduate: ['graduate', 'freshgraduate', 'recentgraduate', 'freshgrad', '畢業生', '毕业生', '應屆畢業生', '应届毕业生', '应届生'],
  experienced: ['experienced', 'professional', 'working', 'employed', '在職', '在职', '在職人士', '在职人士', '專業人士', '专业人士', '資深', '资深'],
}; // prettier-ignore
const languages: Readonly<Record<string, readonly string[]>> = {
  en: ['en', 'eng', 'english', 'engb', 'enus', 'enhk', '英文', '英語', '英语'],
  'zh-Hant': ['zhhant', 'zhhk', 'zhtw', 'tc', 'cht', 'traditionalchinese', 'chinesetraditional', 'cantonese', '繁體中文', '繁体中文', '繁體', '繁', '粵語', '廣東話'],
  'zh-Hans': ['zhhans', 'zhcn', 'zh', 'sc', 'chs', 'simplifiedchinese', 'chinesesimplified', 'mandarin', 'putonghua', '簡體中文', '简体中文', '简体', '简', '普通話', '普通话'],
}; // prettier-ignore
const pools: Readonly<Record<string, readonly string[]>> = {
  open: ['open', 'yes', 'y', 'true', '1', 'join', '是', '願意', '愿意', '同意', '加入', '公開', '公开'],
  private: ['private', 'no', 'n', 'false', '0', '否', '不', '不願意', '不愿意', '不同意', '不加入', '不公開', '不公开'],
};

/** What people write into a cell that has nothing to say. */
const nothing = new Set(['na', 'nil', 'none', 'null', 'unknown', '無', '无', '没有', '沒有', '不適用', '不适用', '']);

/** What was written in one of these columns means none of its choices, and is left out. */
export type LeftOut = Extract<AttendeeColumn, 'status' | 'language' | 'interests' | 'talent_pool'>;

/**
 * A row of the list in the form of `attendeeSchema`, not checked yet.
 * @param interests of the event; undefined when they are not known, and then every id is taken for one
 */
export function shapeAttendee(
  row: AttendeeRow,
  interests: readonly Choice[] | undefined,
): { written: Record<string, unknown>; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const choose = (column: LeftOut, meanings: Readonly<Record<string, readonly string[]>>) => {
    const key = toKey(row[column] ?? '');
    const choice = Object.keys(meanings).find((each) => meanings[each]?.includes(key) === true);
    if (choice === undefined && !nothing.has(key)) leftOut.push(column);
    return choice;
  };
  const chosen = readInterests(row.interests ?? '', interests);
  if (chosen.unknown) leftOut.push('interests');
  const written = {
    code: row.code,
    name: shapeName(row),
    email: unlessNothing(row.email),
    phone: unlessNothing(row.phone),
    status: choose('status', statuses),
    field: unlessNothing(row.field),
    interests: chosen.ids,
    language: choose('language', languages),
    talentPool: choose('talent_pool', pools),
  };
  return { written: Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)), leftOut };
}

function toKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function unlessNothing(cell: string | undefined): string | undefined {
  return cell === undefined || nothing.has(toKey(cell)) ? undefined : cell;
}

/** One column may hold either script, and two columns the two; given and family name are put in their script's order. */
function shapeName(row: AttendeeRow): { own: string; latin: string } {
  const { name = '', name_own: own = '', name_latin: latin = '', first_name: first = '', last_name: last = '' } = row;
  const parted = isLatin(first + last) ? `${first} ${last}`.trim() : last + first;
  const whole = name === '' ? parted : name;
  if (!isLatin(whole)) {
    const second = latin === '' && isLatin(parted) ? parted : latin;
    return { own: own === '' ? whole : own, latin: second };
  }
  if (latin === '') return { own, latin: whole };
  return { own: own === '' && whole !== latin ? whole : own, latin };
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u.test(text);
}

/** By id or by name in any language, parted by commas or semicolons; ids by spaces too. */
function readInterests(cell: string, interests: readonly Choice[] | undefined): { ids: string[]; unknown: boolean } {
  const ids = new Set<string>();
  let unknown = false;
  const find = (part: string) => findInterest(part, interests);
  for (const part of cell.split(/[;,、，；|\n]/).map((each) => each.trim())) {
    if (nothing.has(toKey(part))) continue;
    const whole = find(part);
    const found = whole === undefined ? part.split(/\s+/).map(find) : [whole];
    for (const id of found) {
      if (id === undefined) unknown = true;
      else ids.add(id);
    }
  }
  return { ids: [...ids], unknown };
}

function findInterest(part: string, interests: readonly Choice[] | undefined): string | undefined {
  if (interests === undefined) return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(part) ? part : undefined;
  const key = toKey(part);
  return interests.find(({ id, name }) => [id, ...Object.values(name)].some((text) => toKey(text ?? '') === key))?.id;
}
