/** Codes that whoever stole a kiosk could find by trying. */
export interface GuessableCodes {
  /** Index of each in the list. */
  readonly at: readonly number[];
  readonly why: 'short' | 'running' | 'few';
}

const fewestCharacters = 8;

/** Numbers count as running when, on average, at least every hundredth is somebody's: a check digit or two hide nothing. */
const widestGap = 100;

/** Tries until the first code of the list is hit. A try takes 60 ms (`deriveTicket`), so these take 12 days of one core. */
const fewestTries = 2 ** 24;

/** @param codes as `normaliseTicketCode` gives them */
export function findGuessableCodes(codes: readonly string[]): GuessableCodes[] {
  const short = indexes(codes, (code) => code.length < fewestCharacters);
  const running = findRunning(codes).filter((at) => !short.includes(at));
  const known = new Set([...short, ...running]);
  const rest = codes.flatMap((_, at) => (known.has(at) ? [] : [at]));
  const few = countTries([...new Set(rest.map((at) => codes[at] ?? ''))]) < fewestTries ? rest : [];
  const found: GuessableCodes[] = [
    { at: short, why: 'short' },
    { at: running, why: 'running' },
    { at: few, why: 'few' },
  ];
  return found.filter(({ at }) => at.length > 0);
}

function indexes(codes: readonly string[], wanted: (code: string) => boolean): number[] {
  return codes.flatMap((code, at) => (wanted(code) ? [at] : []));
}

/** Codes that differ only in a number at the end, when those numbers lie close together. */
function findRunning(codes: readonly string[]): number[] {
  const groups = new Map<string, { at: number; number: number }[]>();
  for (const [at, code] of codes.entries()) {
    const digits = /\d{1,15}$/.exec(code)?.[0];
    if (digits === undefined) continue;
    const prefix = code.slice(0, -digits.length);
    const group = groups.get(prefix) ?? [];
    group.push({ at, number: Number(digits) });
    groups.set(prefix, group);
  }
  const close = [...groups.values()].filter((group) => {
    const numbers = group.map(({ number }) => number).toSorted((a, b) => a - b);
    const spread = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0);
    return group.length >= 3 && spread / group.length <= widestGap;
  });
  return close.flatMap((group) => group.map(({ at }) => at)).toSorted((a, b) => a - b);
}

/** How many tries it takes on average until one of the codes is hit, when what they have in common is known. */
function countTries(codes: readonly string[]): number {
  const [first, ...others] = codes;
  if (first === undefined || others.length === 0) return Infinity;
  const common = others.reduce((length, code) => countCommon(first.slice(0, length), code), first.length);
  const tails = codes.map((code) => code.slice(common));
  const letters = tails.some((tail) => /\D/.test(tail));
  const digits = tails.some((tail) => /\d/.test(tail));
  const symbols = (letters ? 26 : 0) + (digits ? 10 : 0);
  const shortest = tails.reduce((length, tail) => Math.min(length, tail.length), Infinity);
  return symbols ** shortest / codes.length;
}

function countCommon(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
