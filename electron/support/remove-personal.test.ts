import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removePersonal } from './remove-personal.ts';

const clean = (text: string, known: string[] = []) => removePersonal(text, known);

describe('what is taken out', () => {
  it.each([
    ['an e-mail address', '{"msg":"to chan.tai+man@visitor.example.hk failed"}', 'email'],
    ['one in another script', 'an 陳大文@例子.公司 gesendet', 'email'],
    ['a telephone number of Hong Kong', 'call 9123 4567 now', 'telephone'],
    ['the same without a space', 'call 91234567 now', 'telephone'],
    ['one with its country', '"phone":"+852 2345-6789"', 'telephone'],
    ['an identity card number, with its line', 'seen A123456(3) at K1', 'identity-number'],
  ])('%s', (_, text, kind) => {
    const cleaned = clean(`before\n${text}\nafter`);
    expect(cleaned.removed).toEqual({ [kind]: 1 });
    expect(cleaned.text).toMatch(new RegExp(`^before\\n.*\\[removed: ${kind}\\].*\\nafter$`));
    expect(cleaned.text).not.toMatch(/chan|大文|9123|4567|6789|A123456/);
  });

  it('what this machine knows to be personal, in any case and as JSON writes it', () => {
    const cleaned = clean('K7QX-2M9P k7qx-2m9p {"by":"Desk \\"1\\""} Desk10', ['K7QX-2M9P', 'Desk "1"', 'De']);
    expect(cleaned.removed).toEqual({ known: 3 });
    expect(cleaned.text).toBe('[removed: known] [removed: known] {"by":"[removed: known]"} Desk10');
  });
});

it('leaves measurements, times, addresses, versions and ids as they are', () => {
  const text = [
    '{"level":30,"time":1795693822100,"pid":91234567,"milliseconds":4.1,"bytes":[23456789,34567890]}',
    '127.0.0.1:36159 v0.10.0 2025-05-30T08:00:00.000Z',
    '0197a1b2-1111-7222-8333-944455556666 sha 23456789abcdef0123456789',
  ].join('\n');
  expect(clean(text)).toEqual({ text, removed: {} });
});

it('never leaves a known text, whatever surrounds it', () => {
  const word = fc.string({ minLength: 3, maxLength: 12, unit: 'grapheme' }).filter((each) => each.trim().length >= 3);
  fc.assert(
    fc.property(word, fc.string(), fc.string(), (known, before, after) => {
      // The mark that takes its place is ours.
      fc.pre(!'[removed: known]'.toLowerCase().includes(known.toLowerCase()) && !known.includes('\n'));
      expect(clean(`${before} ${known} ${after}`, [known]).text).not.toContain(` ${known} `);
    }),
  );
});
