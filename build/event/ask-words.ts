import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { keyWordCount, parseKeyWords, type KeyWordsFault } from '../../domain/sealing/key-words.ts';

/**
 * The words of the paper. On a terminal line by line: a word that does not exist is named at once and only its line is asked again.
 * Otherwise all that stands on standard input.
 */
export async function askWords(): Promise<string> {
  if (!process.stdin.isTTY) return text(process.stdin);
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const words: string[] = [];
  process.stderr.write(
    `The ${keyWordCount} words of the paper, one or more a line. Four letters of each are enough.\n`,
  );
  try {
    while (words.length < keyWordCount) {
      const line = await reader.question(`${words.length + 1}. `);
      const typed = line.toLowerCase().match(/[a-z]+/g) ?? [];
      const parsed = parseKeyWords(typed.join(' '));
      if (!parsed.ok && parsed.reason.kind === 'unknown-word') {
        const at = words.length + parsed.reason.at;
        process.stderr.write(`${describeWordsFault({ ...parsed.reason, at })}\n`);
      } else words.push(...typed);
    }
  } finally {
    reader.close();
  }
  return words.join(' ');
}

/** A whole sentence, with what to do. It repeats no word that was typed: it may end in a log. */
export function describeWordsFault(fault: KeyWordsFault): string {
  switch (fault.kind) {
    case 'unknown-word': {
      const meant = fault.nearest.length === 0 ? '' : ` Is it ${fault.nearest.join(', ')}?`;
      return `Word ${fault.at} is not one of the words that a key is written in.${meant}`;
    }
    case 'wrong-count':
      return `These are ${fault.count} words; the paper has ${keyWordCount}.`;
    case 'wrong-checksum':
      return 'Each word exists, but together they are no key: one is another than on the paper, or two changed places. Compare them with the paper.';
  }
}
