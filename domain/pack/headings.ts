import { toHeadingKey } from './attendee-columns.ts';
import type { ListPart } from './readers.ts';

/** Headings that organisers, job sites and exhibition offices write, as `toHeadingKey` spells them, besides the names of the fields. */
const common = {
  id: ['no', 'number', 'key', 'uid', 'uuid', 'guid', 'code', 'ref', 'reference', '編號', '编号', '代碼', '代码', '序號', '序号'],
} as const; // prettier-ignore

const headings: Readonly<Record<ListPart, Readonly<Record<string, readonly string[]>>>> = {
  companies: {
    id: [...common.id, 'companyid', 'exhibitorid', 'slug', '公司編號', '公司编号', '企業編號', '企业编号', '參展商編號', '展商编号'],
    name: [
      'company', 'companyname', 'employer', 'employername', 'organisation', 'organization', 'organisationname', 'organizationname',
      'exhibitor', 'exhibitorname', 'firm', 'title', '公司', '公司名稱', '公司名称', '公司名', '企業', '企业', '企業名稱', '企业名称', '僱主', '雇主',
      '機構', '机构', '機構名稱', '机构名称', '單位', '单位', '單位名稱', '单位名称', '參展商', '参展商', '展商', '展商名稱', '展商名称', '名稱', '名称',
    ],
    stands: [
      'stand', 'booth', 'booths', 'boothno', 'boothnumber', 'boothnumbers', 'standno', 'standnumber', 'standnumbers', 'stall', 'location',
      '展位', '展位號', '展位号', '展位編號', '展位编号', '攤位', '摊位', '攤位號', '摊位号', '攤位號碼', '攤位編號', '摊位编号', '展台', '展臺', '展台號', '展台号',
    ],
    about: [
      'description', 'profile', 'companyprofile', 'introduction', 'intro', 'summary', 'overview', 'text', 'bio', 'aboutus', 'aboutcompany',
      '簡介', '简介', '公司簡介', '公司简介', '企業簡介', '企业简介', '介紹', '介绍', '公司介紹', '公司介绍', '關於', '关于', '描述',
    ],
  },
  jobs: {
    id: [...common.id, 'jobid', 'jobno', 'jobref', 'jobreference', 'requisition', 'requisitionid', 'identifier', '職位編號', '职位编号', '岗位编号'],
    company: [
      'companyname', 'companyid', 'employer', 'employername', 'organisation', 'organization', 'hiringorganization', 'firm', '公司', '公司名稱',
      '公司名称', '公司名', '企業', '企业', '企業名稱', '企业名称', '僱主', '雇主', '招聘單位', '招聘单位', '用人单位', '單位', '单位', '機構', '机构',
    ],
    function: [
      'category', 'jobcategory', 'jobfunction', 'department', 'team', 'discipline', 'area', '職能', '职能', '職類', '职类', '職務類別', '職位類別',
      '职位类别', '類別', '类别', '部門', '部门', '範疇', '范畴',
    ],
    level: [
      'joblevel', 'seniority', 'senioritylevel', 'experience', 'experiencelevel', 'careerlevel', 'grade', '級別', '级别', '職級', '职级', '經驗', '经验',
      '工作經驗', '工作经验', '經驗要求', '经验要求', '資歷', '资历',
    ],
    contract: [
      'contracttype', 'employmenttype', 'employment', 'jobtype', 'type', 'worktype', 'workingtype', '合約', '合约', '合約類型', '合同类型', '僱用類型',
      '雇佣类型', '工作性質', '工作性质', '工作類型', '工作类型', '職位類型', '职位类型', '僱用形式', '工作形式', '聘用形式',
    ],
    place: [
      'location', 'locations', 'city', 'joblocation', 'workplace', 'worklocation', 'office', 'address', 'region', '地點', '地点', '工作地點', '工作地点',
      '城市', '地區', '地区', '地址', '工作地', '上班地點', '工作城市', '所在地',
    ],
    languages: ['language', 'languagerequirement', 'languagesrequired', 'languageskills', '語言', '语言', '語文', '語言要求', '语言要求', '語文能力'],
    skills: ['skill', 'requiredskills', 'technologies', 'tools', 'tags', 'keywords', 'techstack', '技能', '技能要求', '專長', '擅長工具', '关键词', '標籤', '标签'],
    posted: [
      'dateposted', 'postdate', 'posteddate', 'postedat', 'postedon', 'published', 'publishdate', 'publicationdate', 'publishedat', 'date',
      'listedtime', '發布日期', '发布日期', '發佈日期', '刊登日期', '發布時間', '发布时间', '更新日期', '更新时间', '刊登時間', '日期',
    ],
    title: [
      'jobtitle', 'position', 'positionname', 'positiontitle', 'role', 'job', 'jobname', 'vacancy', 'opening', 'name', '職位', '职位', '職位名稱',
      '职位名称', '職稱', '职称', '崗位', '岗位', '崗位名稱', '岗位名称', '工作名稱', '職缺', '職務', '职务', '職銜', '招聘职位', '招聘岗位',
    ],
    text: [
      'description', 'jobdescription', 'details', 'content', 'responsibilities', 'body', 'advertisement', 'summary', 'duties', 'about', '描述',
      '職位描述', '职位描述', '工作內容', '工作内容', '岗位描述', '岗位职责', '職責', '职责', '工作職責', '工作职责', '內容', '内容', '詳情', '详情', '說明', '说明',
    ],
  },
  agenda: {
    id: [...common.id, 'sessionid', 'eventid', 'talkid', '場次編號', '场次编号'],
    kind: ['type', 'format', 'sessiontype', 'category', 'eventtype', '類型', '类型', '形式', '類別', '类别', '性質', '性质'],
    date: ['day', 'sessiondate', 'eventdate', '日期', '日子', '活動日期', '活动日期'],
    start: [
      'starts', 'startsat', 'starttime', 'startdate', 'startdatetime', 'begin', 'begins', 'from', 'time', 'dtstart', 'timeslot', '開始', '开始',
      '開始時間', '开始时间', '時間', '时间', '起始時間', '起始时间', '活動時間', '活动时间', '場次', '时段', '時段',
    ],
    end: ['ends', 'endsat', 'endtime', 'enddate', 'enddatetime', 'finish', 'until', 'to', 'dtend', '結束', '结束', '結束時間', '结束时间', '完結時間'],
    duration: ['length', 'minutes', 'durationminutes', '時長', '时长', '長度', '分鐘', '分钟'],
    place: ['placeid', 'venueid', 'roomid'],
    room: [
      'location', 'venue', 'hall', 'roomname', 'stage', 'where', '地點', '地点', '場地', '场地', '會場', '会场', '會議室', '会议室', '房間', '房间',
      '教室', '地址', '活動地點', '活动地点',
    ],
    track: ['stream', 'theme', 'programme', 'series', '主線', '分会场', '分會場', '軌道', '系列', '專題', '专题', '板块'],
    speakers: [
      'speaker', 'presenter', 'presenters', 'panelist', 'panelists', 'host', 'persons', 'by', 'lecturer', 'instructor', '講者', '讲者', '講員', '嘉賓',
      '嘉宾', '演講者', '演讲者', '講師', '讲师', '主講', '主讲', '主講人', '主讲人', '演讲嘉宾', '主持', '主持人',
    ],
    capacity: ['seats', 'places', 'limit', 'maxparticipants', 'quota', 'maximum', '名額', '名额', '座位', '人數', '人数', '容量', '人數上限', '人数上限', '席位'],
    title: [
      'session', 'sessiontitle', 'sessionname', 'topic', 'subject', 'name', 'talk', 'event', 'eventname', 'activity', 'agenda', 'item', 'summary', '議程',
      '议程', '主題', '主题', '題目', '题目', '標題', '标题', '名稱', '名称', '活動', '活动', '活動名稱', '活动名称', '議題', '议题', '講題', '讲题', '環節', '环节',
    ],
    text: [
      'description', 'abstract', 'details', 'content', 'synopsis', 'body', 'about', '簡介', '简介', '內容', '内容', '描述', '摘要', '介紹', '介绍', '活動簡介',
      '活动简介', '說明', '说明', '詳情', '详情',
    ],
  },
  skills: {
    id: [...common.id, 'skillid', 'uri', '技能編號'],
    label: ['name', 'skill', 'skillname', 'preferredlabel', 'title', 'term', '名稱', '名称', '技能', '技能名稱', '技能名称'],
    alternatives: ['altlabels', 'alternativelabels', 'altlabel', 'synonyms', 'aliases', 'alias', 'othernames', '別名', '别名', '同義詞', '同义词', '其他名稱'],
  },
}; // prettier-ignore

const fieldsByKey = Object.fromEntries(
  Object.entries(headings).map(([part, fields]) => [
    part,
    new Map(Object.entries(fields).flatMap(([field, keys]) => keys.map((key) => [key, field] as const))),
  ]),
) as unknown as Readonly<Record<ListPart, ReadonlyMap<string, string>>>;

/** The field that a heading commonly means in a list of this part; undefined when it is not known. */
export function findCommonName(part: ListPart, heading: string): string | undefined {
  return fieldsByKey[part].get(toHeadingKey(heading));
}
