/** Words that carry a sentence and say nothing of a job. They are looked for only where nothing else was typed. */
export const stopWords: ReadonlySet<string> = new Set([
  ...'a an and any are as at be but by can could do for from get has have help i in is job jobs like looking me my of on'.split(
    ' ',
  ),
  ...'one opening openings or please position positions role roles show some somebody someone something that the there'.split(
    ' ',
  ),
  ...'they this to use using vacancies vacancy want we what where which who with work working would you your'.split(
    ' ',
  ),
  ...'的 了 呢 吗 嘅 咗 我 我想 想 想要 想找 找 搵 要 有 一 一份 份 一个 个 嗰 和 与 及 或 在 做 是 请 请问 关于 有关 相关 方面'.split(
    ' ',
  ),
  ...'什么 哪里 哪些 边度 可以 工 工作 职位 职缺 岗位 招聘 空缺'.split(' '),
]);

/** Before what is not wanted. */
export const negators: ReadonlySet<string> = new Set(['no', 'not', 'without', 'except', "don't", 'never']);

/** The same in Han, simplified; the longest first. */
export const hanNegators = [
  '不想要',
  '不要',
  '不想',
  '不用',
  '不做',
  '不返',
  '不上',
  '不含',
  '唔要',
  '唔想',
  '唔返',
  '唔做',
  '无需',
  '无须',
  '毋须',
];
