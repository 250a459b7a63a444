import { segmenter, shorten, sizeOf } from './text-size.ts';

/** One line that stands on its own and what belongs to it. */
export interface PhoneEntry {
  /** "1. Würmfeld Analog · C03" */
  readonly name: string;
  /** "Analog IC Design Engineer"; each becomes a line of its own. */
  readonly lines: readonly string[];
  /** In place of the lines when they need too much room: "2 jobs". */
  readonly summary: string | null;
}

export interface PhoneText {
  /** First line of every code. */
  readonly title: string;
  readonly entries: readonly PhoneEntry[];
  /** "and 3 more": the last line when even four codes do not hold it all. */
  readonly sayMore: (count: number) => string;
}

/** Nobody scans more. */
const mostCodes = 4;
/** As many as a visitor scans gladly: before a third, lines get shorter, and before a fourth, they become numbers. */
const gladlyScanned = [2, 3] as const;
/** Columns of a line that tells one job from another; a Han character takes two. */
const shortLine = 28;
/** Room for "… (1/4)" at the end of the title. */
const numberBytes = 6;

/**
 * The texts of the codes that carry a list to a phone, in order, each of at most `bytes` bytes of UTF-8: one if it can be, then shorter
 * lines, then numbers in place of lines, then up to four codes. What does not fit even then is counted on the last line.
 * @param bytes what a code holds; at least 100
 */
export function splitEntries({ title, entries, sayMore }: PhoneText, bytes: number): readonly string[] {
  const room = bytes - sizeOf(title) - numberBytes;
  if (room < bytes / 2) {
    return splitEntries({ title: shorten(title, Math.floor(bytes / 3)), entries, sayMore }, bytes);
  }
  const whole = pack(entries, room);
  const shorter = pack(
    entries.map((entry) => ({ ...entry, lines: entry.lines.map(shortenLine) })),
    room,
  );
  const counted = pack(
    entries.map(({ name, lines, summary }) => ({
      name: summary === null || lines.length === 0 ? name : `${name} (${summary})`,
      lines: [],
    })),
    room,
  );
  const [few, some] = gladlyScanned;
  const candidates = [
    { codes: whole, most: few },
    { codes: shorter, most: few },
    { codes: shorter, most: some },
  ];
  const chosen = candidates.find(({ codes, most }) => codes.length <= most)?.codes ?? cut(counted, sayMore, room);
  return chosen.map(({ lines }, index) =>
    [chosen.length === 1 ? title : `${title} (${index + 1}/${chosen.length})`, ...lines].join('\n'),
  );
}

interface Code {
  readonly lines: readonly string[];
  /** Entries that begin in it. */
  readonly begun: number;
}

/** Entries one after the other; one is broken only when it is larger than a code, and then its name stands on both. */
function pack(entries: readonly { name: string; lines: readonly string[] }[], room: number): readonly Code[] {
  const codes: { lines: string[]; begun: number; left: number }[] = [];
  const open = () => {
    const code = { lines: [] as string[], begun: 0, left: room };
    codes.push(code);
    return code;
  };
  const put = (code: ReturnType<typeof open>, line: string) => {
    code.lines.push(line);
    code.left -= costOf(line);
  };
  for (const { name, lines } of entries) {
    const head = shorten(name, Math.floor(room / 2));
    const details = lines.map((line) => shorten(`- ${line}`, Math.floor(room / 3)));
    const cost = [head, ...details].reduce((sum, line) => sum + costOf(line), 0);
    const last = codes.at(-1);
    let code = last && cost <= last.left ? last : open();
    code.begun += 1;
    put(code, head);
    for (const line of details) {
      if (costOf(line) > code.left) {
        code = open();
        put(code, head);
      }
      put(code, line);
    }
  }
  return codes.length === 0 ? [open()] : codes;
}

function cut(codes: readonly Code[], sayMore: PhoneText['sayMore'], room: number): readonly Code[] {
  if (codes.length <= mostCodes) return codes;
  const kept = codes.slice(0, mostCodes);
  const last = kept.pop() ?? { lines: [], begun: 0 };
  const missing = codes.slice(mostCodes).reduce((sum, { begun }) => sum + begun, 0);
  const lines = [...last.lines];
  // Whoever gets here has a line an entry, so that a line less is an entry more.
  let count = missing;
  while (lines.reduce((sum, line) => sum + costOf(line), 0) + costOf(sayMore(count)) > room && lines.length > 0) {
    lines.pop();
    count += 1;
  }
  return [...kept, { lines: [...lines, sayMore(count)], begun: lines.length }];
}

/** With the line end before it. */
function costOf(line: string): number {
  return sizeOf(line) + 1;
}

function shortenLine(line: string): string {
  let columns = 0;
  let kept = '';
  for (const { segment } of segmenter.segment(line)) {
    columns += /[\u2e80-\uffef]/u.test(segment) ? 2 : 1;
    if (columns > shortLine) return `${kept.trimEnd()}…`;
    kept += segment;
  }
  return line;
}
