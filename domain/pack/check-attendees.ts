import type { Attendee } from '../attendee.ts';
import { containsHkid } from '../hkid.ts';
import { normaliseEmail } from '../sealing/contact-index.ts';
import { normaliseTicketCode } from '../sealing/ticket.ts';
import { findGuessableCodes, type GuessableCodes } from './guessable-codes.ts';
import type { Problem } from './problem.ts';
import type { List } from './read-list.ts';

/** What only the list as a whole shows. No message quotes a code or an address: whoever reads it may not be meant to know them. */
export function checkAttendees(list: List<Attendee>): Problem[] {
  const codes = list.entries.map(({ item }) => normaliseTicketCode(item.code));
  return [
    ...findTwice(list, {
      keys: codes,
      path: ['code'],
      severity: 'error',
      message: (row) => `Row ${row} has the same code.`,
      instead: 'Write another, or remove one of the two rows.',
    }),
    ...refuseIdentityNumbers(list),
    ...warnOfGuessableCodes(list, codes),
    ...findTwice(list, {
      keys: list.entries.map(({ item }) => (item.email === undefined ? null : normaliseEmail(item.email))),
      path: ['email'],
      severity: 'warning',
      message: (row) => `Row ${row} has the same e-mail address: it may be the same person twice.`,
      instead: 'Remove one of the two rows, if it is.',
    }),
  ];
}

function findTwice(
  list: List<Attendee>,
  task: Pick<Problem, 'severity' | 'instead'> & {
    keys: readonly (string | null)[];
    path: readonly string[];
    message: (row: number) => string;
  },
): Problem[] {
  const first = new Map<string, number>();
  return list.entries.flatMap(({ row }, index): Problem[] => {
    const key = task.keys[index] ?? null;
    if (key === null) return [];
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      return [];
    }
    const { severity, instead } = task;
    return [{ severity, ...list.locate(row, task.path), message: task.message(earlier), instead }];
  });
}

/**
 * Organisers have used identity card numbers as tickets. Among codes of a letter and seven digits that are none, every eleventh looks like
 * one by chance, so they are refused only where most of those codes are valid.
 */
function refuseIdentityNumbers(list: List<Attendee>): Problem[] {
  const plain = ({ code }: Attendee) => normaliseTicketCode(code).replace(/[()]/g, '');
  const shaped = list.entries.filter(({ item }) => /^[A-Z]{1,2}\d{6}[0-9A]$/.test(plain(item)));
  const valid = shaped.filter(({ item }) => containsHkid(plain(item)));
  if (valid.length * 2 <= shaped.length) return [];
  return valid.map(({ row }) => ({
    severity: 'error',
    ...list.locate(row, ['code']),
    message: 'This is a valid Hong Kong identity card number, which Foyer never takes.',
    instead: 'Write a code that says nothing about the person.',
  }));
}

const reasons: Readonly<Record<GuessableCodes['why'], string>> = {
  short: 'shorter than 8 characters',
  running: 'running numbers',
  few: 'too few possible codes for so many visitors',
};

/** One warning for the list, at the first such row. */
function warnOfGuessableCodes(list: List<Attendee>, codes: readonly string[]): Problem[] {
  const found = findGuessableCodes(codes);
  const first = Math.min(...found.flatMap(({ at }) => at[0] ?? Infinity));
  const row = list.entries[first]?.row;
  if (row === undefined) return [];
  const counts = found.map(({ at, why }) => `${at.length} of ${codes.length} (${reasons[why]})`);
  return [
    {
      severity: 'warning',
      ...list.locate(row, ['code']),
      message: `Codes that can be guessed: ${counts.join(', ')}. Who steals a kiosk could try them all and read the names behind them.`,
      instead: 'Give tickets codes of 8 random letters and digits or more, such as 7K3Q-9XTA.',
    },
  ];
}
