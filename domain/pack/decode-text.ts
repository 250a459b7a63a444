import { decode, guessEncoding, type Encoding } from './guess-encoding.ts';
import type { Problem } from './problem.ts';

const saveAsUtf8 = 'Save the file again as UTF-8; in Excel choose "CSV UTF-8 (Comma delimited)".';

const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  big5: 'Big5',
  gb18030: 'GB18030',
};

/** iCalendar (RFC 5545, 3.1.4) and JSON (RFC 8259, 8.1): what can be UTF-8 is UTF-8, a single "ơ" too, which could be Big5 elsewhere. */
const utf8ByStandard = /\.(?:ics|json|jsonl|geojson)$/iu;

/**
 * The text of a file, without a byte order mark. UTF-8 and UTF-16 are known for certain where there is a mark, UTF-8 also without; what was
 * guessed is told. Bytes that are in none of the encodings are named by line and become U+FFFD, so that the rest can still be checked.
 */
export function decodeText(file: string, bytes: Uint8Array): { text: string | null; problems: Problem[] } {
  const utf8 = utf8ByStandard.test(file) ? decode(bytes, 'utf-8') : null;
  if (utf8 !== null && !utf8.includes('\0')) return { text: utf8, problems: [] };
  const { encoding, isGuess } = guessEncoding(bytes);
  if (encoding !== null) {
    const text = decode(bytes, encoding);
    return { text, problems: isGuess ? [tellGuess(file, names[encoding])] : [] };
  }
  const lines = findBrokenLines(bytes);
  const others = lines.length > 1 ? ` Nor are ${lines.length - 1} others.` : '';
  return {
    text: new TextDecoder().decode(bytes),
    problems: [
      {
        severity: 'error',
        file,
        line: lines[0] ?? 1,
        message: `This line is not in UTF-8.${others}`,
        instead: saveAsUtf8,
      },
    ],
  };
}

function tellGuess(file: string, name: string): Problem {
  const message = `The file was read as ${name}, which is a guess.`;
  return { severity: 'warning', file, message, instead: 'Look at its texts below, or save it as UTF-8 to be sure.' };
}

/** A line feed is never part of another UTF-8 character, so that lines can be judged one by one. */
function findBrokenLines(bytes: Uint8Array): number[] {
  const broken: number[] = [];
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (decode(bytes.subarray(start, end), 'utf-8') === null) broken.push(line);
    start = end + 1;
  }
  return broken;
}
