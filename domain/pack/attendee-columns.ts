import type { Column } from './tables.ts';

const text = { holds: 'text', required: false, hint: '' } as const satisfies Column;

/** What is read of a list of attendees. */
export const attendeeColumns = {
  code: { ...text, required: true, hint: 'Write into it what stands on each ticket.' },
  name: text,
  name_own: text,
  name_latin: text,
  first_name: text,
  last_name: text,
  email: text,
  phone: text,
  status: text,
  field: text,
  language: text,
  interests: text,
  talent_pool: text,
} as const satisfies Record<string, Column>;
export type AttendeeColumn = keyof typeof attendeeColumns;

/** Headings that organisers and ticket shops write, as `toHeadingKey` spells them. */
const headings: Readonly<Record<AttendeeColumn, readonly string[]>> = {
  code: [
    'code', 'ticket', 'ticketcode', 'ticketno', 'ticketnumber', 'ticketid', 'barcode', 'qr', 'qrcode', 'registrationno',
    'registrationnumber', 'registrationid', 'registrationcode', 'regno', 'confirmationcode', 'confirmationnumber',
    'orderno', 'ordernumber', 'bookingreference', 'reference', 'referenceno', 'attendeeid', 'id',
    '編號', '编号', '票號', '票号', '門票', '门票', '門票編號', '门票编号', '入場編號', '票券編號', '登記編號', '登记编号',
    '登記號碼', '報名編號', '报名编号', '條碼', '条码', '條形碼', '條碼編號', '二維碼', '二维码', '電子票', '电子票',
    '電子票號', '电子票号', '簽到碼', '签到码', '入場碼', '入场码',
  ],
  name: [
    'name', 'fullname', 'attendee', 'attendeename', 'participant', 'participantname', 'visitor', 'visitorname', 'guestname',
    '姓名', '名稱', '名称', '全名', '參加者', '参加者', '參加者姓名', '参会人', '参会人姓名', '訪客姓名', '访客姓名',
  ],
  name_own: [
    'nameown', 'chinesename', 'namechinese', 'namezh', 'namezhhant', 'namezhhans', 'nativename', 'localname',
    '中文姓名', '姓名中文', '中文名', '中文名字', '中文全名',
  ],
  name_latin: [
    'namelatin', 'englishname', 'nameenglish', 'nameen', 'romanisedname', 'romanizedname', 'latinname',
    '英文姓名', '姓名英文', '英文名', '英文名字', '英文全名', '拼音', '姓名拼音',
  ],
  first_name: ['firstname', 'givenname', 'givennames', 'forename', '名', '名字'],
  last_name: ['lastname', 'surname', 'familyname', '姓', '姓氏'],
  email: [
    'email', 'emailaddress', 'mail', 'attendeeemail', '電郵', '电邮', '電郵地址', '电邮地址', '電子郵件', '电子邮件', '電子郵箱',
    '电子邮箱', '郵箱', '邮箱', '邮箱地址', '電子郵件地址',
  ],
  phone: [
    'phone', 'phoneno', 'phonenumber', 'telephone', 'tel', 'mobile', 'mobileno', 'mobilenumber', 'mobilephone', 'cell',
    'cellphone', 'contactno', 'contactnumber', '電話', '电话', '電話號碼', '电话号码', '手機', '手机', '手機號碼', '手机号码',
    '手机号', '手提電話', '流動電話', '聯絡電話', '联系电话', '行動電話',
  ],
  status: [
    'status', 'visitorstatus', 'visitortype', 'attendeetype', 'type', 'category', '身份', '身分', '類別', '类别', '訪客類別',
    '访客类别', '人員類別',
  ],
  field: [
    'field', 'fieldofstudy', 'major', 'programme', 'program', 'discipline', 'subject', '範疇', '范畴', '專業', '专业', '主修',
    '學科', '学科', '修讀範疇', '工作範疇', '專業領域', '专业领域',
  ],
  language: ['language', 'preferredlanguage', 'lang', '語言', '语言', '語文', '首選語言', '首选语言', '偏好語言'],
  interests: ['interests', 'interest', 'topics', '興趣', '兴趣', '感興趣', '感兴趣', '關注領域', '关注领域'],
  talent_pool: ['talentpool', 'jointalentpool', 'visibletoemployers', '人才庫', '人才库', '加入人才庫', '加入人才库'],
}; // prettier-ignore

/** What such lists hold besides, and a kiosk has no use for. */
const unneeded: ReadonlySet<string> = new Set([
  'organisation', 'organization', 'company', 'employer', 'school', 'university', 'institution', 'department', 'jobtitle',
  'position', 'title', 'salutation', 'gender', 'sex', 'age', 'birthday', 'dateofbirth', 'address', 'country', 'city',
  'nationality', 'remarks', 'notes', 'comment', 'comments', 'ticketname', 'price', 'orderdate', 'registrationdate',
  'created', 'createdat', 'no', 'row', 'dietary',
  '機構', '机构', '公司', '學校', '学校', '大學', '大学', '單位', '单位', '部門', '部门', '職位', '职位', '職銜', '稱謂', '称谓',
  '性別', '性别', '年齡', '年龄', '出生日期', '生日', '地址', '國家', '国家', '城市', '國籍', '国籍', '備註', '备注', '序號', '序号',
  '票種', '票种', '報名日期', '登記日期', '提交時間', '提交时间',
]); // prettier-ignore

/** Numbers that Foyer never takes. */
const forbidden: ReadonlySet<string> = new Set([
  'hkid', 'hkidno', 'hkidnumber', 'hkidcard', 'idcard', 'idcardno', 'idcardnumber', 'idno', 'idnumber', 'identitycard',
  'identitycardno', 'identitycardnumber', 'identitynumber', 'nationalid', 'passport', 'passportno', 'passportnumber',
  '身份證', '身份证', '身份證號', '身份证号', '身份證號碼', '身份证号码', '香港身份證', '香港身份證號碼', '證件號碼', '证件号码',
  '證件號', '证件号', '護照', '护照', '護照號碼', '护照号码', '回鄉證號碼', '通行證號碼',
]); // prettier-ignore

const columnOf = new Map(
  Object.entries(headings).flatMap(([column, names]) => names.map((name) => [name, column as AttendeeColumn] as const)),
);

/** All headings that are recognised. */
export const knownHeadings: readonly string[] = [...columnOf.keys()];

/** `E-mail Address *`, `email_address` and `ＥＭＡＩＬ-ＡＤＤＲＥＳＳ` are one. */
export function toHeadingKey(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a heading means. */
export function recogniseHeading(
  written: string,
): { column: AttendeeColumn } | 'empty' | 'unneeded' | 'forbidden' | 'unknown' {
  const key = toHeadingKey(written);
  if (key === '') return 'empty';
  const column = columnOf.get(key);
  if (column !== undefined) return { column };
  if (forbidden.has(key)) return 'forbidden';
  return unneeded.has(key) ? 'unneeded' : 'unknown';
}
