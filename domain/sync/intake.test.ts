import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rejections, type RecordAnswer, type Rejection } from '../protocol/records.ts';
import { judgeRecord, nextAfter, type Arriving, type Taken } from './intake.ts';

const sent: Arriving = { id: 'a', digest: 'a1', fault: null };
const taken: Taken = { id: 'a', digest: 'a1' };

describe('judgeRecord', () => {
  it('accepts what is next and new', () => {
    expect(judgeRecord(sent, null, null)).toEqual({ result: 'accepted' });
  });

  it('knows what it has taken already', () => {
    expect(judgeRecord(sent, taken, taken)).toEqual({ result: 'duplicate' });
  });

  it('refuses another content under an id that is taken, at its sequence and at another', () => {
    const changed = { ...sent, digest: 'a2' };
    expect(judgeRecord(changed, taken, taken)).toEqual({ result: 'rejected', reason: 'other-content' });
    expect(judgeRecord(changed, null, taken)).toEqual({ result: 'rejected', reason: 'other-content' });
  });

  it('refuses another record under a sequence that is taken', () => {
    expect(judgeRecord({ ...sent, id: 'b', digest: 'b1' }, taken, null)).toEqual({
      result: 'rejected',
      reason: 'sequence-taken',
    });
  });

  it.each(rejections)('answers a dead letter that comes again as it did before: %s', (rejected) => {
    const again: RecordAnswer = { result: 'rejected', reason: rejected };
    expect(judgeRecord({ ...sent, fault: 'malformed' }, { digest: 'a1', rejected }, null)).toEqual(again);
    expect(judgeRecord(sent, { digest: 'a1', rejected }, null)).toEqual(again);
  });

  it('gives no id to a dead letter: whoever guesses an id cannot keep its record out', () => {
    expect(judgeRecord(sent, null, { digest: 'x', rejected: 'bad-signature' })).toEqual({ result: 'accepted' });
  });

  it.each([
    ['at the next sequence', null],
    ['at one that is taken', taken],
    ['at that of a dead letter', { digest: 'x', rejected: 'foreign' } satisfies Taken],
  ])('says what is wrong with a faulty record %s', (_where, atSequence) => {
    const faulty: Arriving = { id: null, digest: 'x2', fault: 'malformed' };
    expect(judgeRecord(faulty, atSequence, null)).toEqual({ result: 'rejected', reason: 'malformed' });
  });
});

interface Attempt {
  readonly sequence: number;
  readonly id: string;
  readonly digest: string;
  readonly fault: Rejection | null;
}

/** Few ids and contents, so that they meet. */
const attempt: fc.Arbitrary<Attempt> = fc
  .record({
    sequence: fc.integer({ min: 1, max: 4 }),
    id: fc.constantFrom('a', 'b', 'c'),
    content: fc.constantFrom('1', '2'),
    fault: fc.option(fc.constantFrom(...rejections), { freq: 5 }),
  })
  .map(({ sequence, id, content, fault }) => ({ sequence, id, digest: `${id}${content}@${sequence}`, fault }));

it('keeps a stream gap-free, each id once and each content once, whatever comes and however often', () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
      const stream = new Map<number, Taken>();
      let next = 1;
      for (const { sequence, id, digest, fault } of attempts) {
        if (sequence > next) continue;
        const withId = [...stream.values()].find((each) => 'id' in each && each.id === id) ?? null;
        const answer = judgeRecord({ id, digest, fault }, stream.get(sequence) ?? null, withId);
        if (sequence < next) expect(answer.result).not.toBe('accepted');
        else stream.set(sequence, answer.result === 'rejected' ? { digest, rejected: answer.reason } : { id, digest });
        if (sequence === next) expect(answer.result).not.toBe('duplicate');
        next = nextAfter(next, sequence);
        expect(judgeRecord({ id, digest, fault }, stream.get(sequence) ?? null, withId).result).not.toBe('accepted');
      }
      expect([...stream.keys()]).toEqual(Array.from({ length: next - 1 }, (_, at) => at + 1));
      const ids = [...stream.values()].flatMap((each) => ('id' in each ? [each.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 2000 },
  );
});
