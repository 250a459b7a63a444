/** A set of Unicode code points, kept as sorted ranges: `[first, last]`, both in it, none touching the next. */
export type CodePointRanges = readonly (readonly [first: number, last: number])[];

export function rangesOf(codePoints: Iterable<number>): CodePointRanges {
  const ranges: [number, number][] = [];
  for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && codePoint <= last[1] + 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}

/** Each range as two numbers in base 36: its distance from the end of the range before, and how many follow its first. */
export function encodeRanges(ranges: CodePointRanges): string {
  let end = 0;
  return ranges
    .map(([first, last]) => {
      const pair = [first - end, last - first].map((number) => number.toString(36));
      end = last;
      return pair.join('.');
    })
    .join(' ');
}

export function decodeRanges(encoded: string): CodePointRanges {
  if (encoded === '') return [];
  let end = 0;
  return encoded.split(' ').map((pair) => {
    const [gap = '', length = ''] = pair.split('.');
    const first = end + parseInt(gap, 36);
    end = first + parseInt(length, 36);
    return [first, end] as const;
  });
}

export function includesCodePoint(ranges: CodePointRanges, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [Infinity, Infinity];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

export function codePointsOf([first, last]: CodePointRanges[number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
