import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { encodeText } from './encode.fixture.ts';
import { guessEncoding, type Encoding } from './guess-encoding.ts';

/** What organisers write, in three scripts. */
const hant = [
  '公司名稱', '攤位', '香港科學園', '半導體', '集成電路設計工程師', '高級模擬電路工程師', '薪資面議', '應屆畢業生', '負責晶片測試與封裝', '需懂粵語及普通話',
  '主題演講', '工作坊', '開始時間', '新竹', '台積電', '軟體工程師', '製程整合', '良率分析', '招聘日', '沙田', '微電子', '有限公司', '人工智能', '銅鑼灣',
  '兼職', '歡迎內地畢業生', '具備三年以上工作經驗', '熟悉嵌入式系統', '光刻', '蝕刻', '研究員', '九龍灣國際展貿中心', '週末', '會議室', '實習', '晶圓廠',
]; // prettier-ignore
const hans = [
  '公司名称', '展位', '上海张江', '半导体', '集成电路设计工程师', '高级模拟电路工程师', '薪资面议', '应届毕业生', '负责芯片测试与封装', '会讲英语和普通话',
  '主题演讲', '工作坊', '开始时间', '无锡', '中芯国际', '软件工程师', '工艺整合', '良率分析', '招聘会', '深圳', '微电子', '有限公司', '人工智能', '学习',
  '兼职', '欢迎应届生投递简历', '具备三年以上工作经验', '熟悉嵌入式系统', '光刻', '刻蚀', '研究员', '国家会展中心', '周末', '会议室', '实习', '晶圆厂', '联通',
]; // prettier-ignore

const rows = (words: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...words) },
        fc.constantFrom('IC', 'C++', 'A01', '2025-05-30', 'Acme Ltd.'),
      ),
      {
        minLength: 2,
        maxLength: 30,
      },
    )
    .filter((chosen) => chosen.filter((word) => words.includes(word)).length >= 2)
    .map((chosen) => chosen.map((word, at) => `${word}${at % 4 === 3 ? '\r\n' : ','}`).join(''));

describe('encodings are told apart', () => {
  it.each<[Encoding, readonly string[]]>([
    ['big5', hant],
    ['gb18030', hans],
    ['gb18030', hant],
    ['utf-8', hant],
    ['utf-8', hans],
    ['utf-16le', hans],
    ['utf-16le', hant],
    ['utf-16be', hans],
    ['utf-16be', hant],
  ])('%s', (encoding, words) => {
    fc.assert(
      fc.property(rows(words), (text) => {
        const bytes = encodeText(text, encoding);
        fc.pre(bytes !== null);
        expect(guessEncoding(bytes).encoding).toBe(encoding);
      }),
      { numRuns: 300 },
    );
  });

  it('of a single word, too, in nearly all cases', () => {
    const cases = [
      ...hant.map((word) => ({ word, encoding: 'big5' as const })),
      ...hans.map((word) => ({ word, encoding: 'gb18030' as const })),
    ];
    const wrong = cases.filter(({ word, encoding }) => {
      const bytes = encodeText(word, encoding);
      return bytes !== null && guessEncoding(bytes).encoding !== encoding;
    });
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(2);
  });

  it('knows the characters of Hong Kong in Big5', () => {
    const text = '公司,地點\r\n啱啱好茶餐廳,深水埗\r\n鰂魚涌冇限公司,喺香港';
    const bytes = encodeText(text, 'big5');
    expect(bytes).not.toBeNull();
    expect(decodeText('jobs.csv', bytes ?? new Uint8Array()).text).toBe(text);
  });

  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf], 'utf-8'],
    ['UTF-16, the low byte first', [0xff, 0xfe], 'utf-16le'],
    ['UTF-16, the high byte first', [0xfe, 0xff], 'utf-16be'],
  ] as const)('by the mark of %s, and the mark is no text', (_name, mark, encoding) => {
    const bytes = Uint8Array.of(...mark, ...(encodeText('公司', encoding) ?? []));
    expect(decodeText('jobs.csv', bytes)).toEqual({ text: '公司', problems: [] });
  });
});

describe('what is told', () => {
  it('says nothing of UTF-8', () => {
    for (const text of ['id,name', 'Söhne & Co.', 'Łódź', '公司']) {
      expect(decodeText('jobs.csv', new TextEncoder().encode(text))).toEqual({ text, problems: [] });
    }
  });

  it('warns of a guess', () => {
    const bytes = encodeText('公司,職位\n銀線灣微電子,高級工程師', 'big5') ?? new Uint8Array();
    expect(decodeText('jobs.csv', bytes).problems).toMatchObject([
      { severity: 'warning', message: 'The file was read as Big5, which is a guess.' },
    ]);
  });

  it('names the lines that are in no encoding', () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode('id,name\nacme,Acm'), 0xe9, 0x0a, 0x42);
    expect(decodeText('jobs.csv', bytes)).toMatchObject({
      text: 'id,name\nacme,Acm\uFFFD\nB',
      problems: [{ severity: 'error', line: 2, message: 'This line is not in UTF-8.' }],
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void decodeText('jobs.csv', bytes)));
  });
});
