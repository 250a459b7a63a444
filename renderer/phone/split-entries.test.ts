import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitEntries, type PhoneEntry } from './split-entries.ts';
import { shorten, sizeOf } from './text-size.ts';

const title = '微電子行動 · 招聘日';
const sayMore = (count: number) => `and ${count} more`;
const entry = (name: string, ...lines: string[]): PhoneEntry => ({ name, lines, summary: `${lines.length} jobs` });

test('a short list is one code, as it is written', () => {
  const entries = [
    entry('1. Würmfeld Analog · C03', 'Analog IC Design Engineer', 'Test engineer'),
    entry('2. Pearl · B06'),
  ];
  expect(splitEntries({ title, entries, sayMore }, 600)).toEqual([
    `${title}\n1. Würmfeld Analog · C03\n- Analog IC Design Engineer\n- Test engineer\n2. Pearl · B06`,
  ]);
});

test('a longer one is two codes that say which they are, and no booth is torn apart', () => {
  const entries = Array.from({ length: 8 }, (_, index) => entry(`${index + 1}. Company`, `Engineer ${index + 1}`));
  const [first, second, ...others] = splitEntries({ title, entries, sayMore }, 200);
  expect(others).toEqual([]);
  expect(first).toMatch(/^微電子行動 · 招聘日 \(1\/2\)\n1\. Company\n- Engineer 1\n/u);
  expect(second).toMatch(/^微電子行動 · 招聘日 \(2\/2\)\n\d\. Company\n- Engineer \d/u);
});

test('before a third code, the lines are shortened, and before a fourth, they are counted', () => {
  const job = 'Senior Principal Analog Mixed-Signal Integrated Circuit Design Engineer';
  const entries = Array.from({ length: 6 }, (_, index) => entry(`${index + 1}. Company`, job, job));
  const shortened = splitEntries({ title, entries, sayMore }, 340);
  expect(shortened).toHaveLength(2);
  expect(shortened.join('\n')).toContain('- Senior Principal Analog Mixe…');
  const counted = splitEntries({ title, entries, sayMore }, 150);
  expect(counted.join('\n')).toContain('6. Company (2 jobs)');
  expect(counted.join('\n')).not.toContain('Senior');
});

test('what four codes do not hold is counted', () => {
  const entries = Array.from({ length: 100 }, (_, index) => entry(`${index + 1}. A company with a name`));
  const codes = splitEntries({ title, entries, sayMore }, 150);
  expect(codes).toHaveLength(4);
  const named = codes.join('\n').match(/^\d+\. /gmu)?.length ?? 0;
  expect(codes.at(-1)).toContain(`and ${100 - named} more`);
});

test('whatever is kept, no code is larger than it may be and nothing is left out in silence', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((each) => each.replace(/\n/gu, ' '));
  const entries = fc.array(fc.record({ lines: fc.array(text, { maxLength: 12 }), name: text }), { maxLength: 60 });
  fc.assert(
    fc.property(entries, text, fc.integer({ min: 150, max: 700 }), (made, head, bytes) => {
      const numbered = made.map(({ name, lines }, index) => entry(`#${index}# ${name}`, ...lines));
      const codes = splitEntries({ title: head, entries: numbered, sayMore }, bytes);
      expect(codes.length).toBeGreaterThanOrEqual(1);
      expect(codes.length).toBeLessThanOrEqual(4);
      for (const code of codes) {
        expect(sizeOf(code)).toBeLessThanOrEqual(bytes);
        expect(code.isWellFormed()).toBe(true);
      }
      const said = [...new Set([...codes.join('\n').matchAll(/^#(\d+)# /gmu)].map(([, index]) => Number(index)))];
      expect(said).toEqual(Array.from({ length: said.length }, (_, index) => index));
      const more = /^and (\d+) more$/mu.exec(codes.at(-1) ?? '')?.[1] ?? '0';
      expect(said.length + Number(more)).toBe(made.length);
    }),
  );
});

test('a text is cut between characters as people see them', () => {
  expect(shorten('👩‍🔬👩‍🔬', 20)).toBe('👩‍🔬…');
  expect(shorten('電子工程', 9)).toBe('電子…');
  expect(shorten('電子', 6)).toBe('電子');
});
