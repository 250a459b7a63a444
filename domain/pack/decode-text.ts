import type { Problem } from './problem.ts';

const saveAsUtf8 = 'Save the file again as UTF-8; in Excel choose "CSV UTF-8 (Comma delimited)".';

/**
 * The text of a file, without a byte order mark. Bytes that are not UTF-8 are named by line and become U+FFFD, so that the rest can still
 * be checked; a file in UTF-16 gives no text.
 */
export function decodeText(file: string, bytes: Uint8Array): { text: string | null; problems: Problem[] } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return {
      text: null,
      problems: [{ severity: 'error', file, message: 'The file is in UTF-16.', instead: saveAsUtf8 }],
    };
  }
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes), problems: [] };
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

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A line feed is never part of another UTF-8 character, so that lines can be judged one by one. */
function findBrokenLines(bytes: Uint8Array): number[] {
  const broken: number[] = [];
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    if (!isUtf8(bytes.subarray(start, end))) broken.push(line);
    start = end + 1;
  }
  return broken;
}
