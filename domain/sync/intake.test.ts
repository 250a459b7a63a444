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

  it('takes another record under a sequence that is taken, and knows it when it comes again', () => {
    const other: Arriving = { id: 'b', digest: 'b1', fault: null };
    expect(judgeRecord(other, taken, null)).toEqual({ result: 'accepted' });
    expect(judgeRecord(other, { digest: 'x', rejected: 'malformed' }, null)).toEqual({ result: 'accepted' });
    expect(judgeRecord(other, taken, { id: 'b', digest: 'b1' })).toEqual({ result: 'duplicate' });
    expect(judgeRecord(other, taken, { id: 'b', digest: 'b2' })).toEqual({
      result: 'rejected',
      reason: 'other-content',
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
  .map(({ sequence, id, content, fault }) => ({
    sequence,
    id,
    digest: `${id}${content}@${sequence}${fault ?? ''}`,
    fault,
  }));

it('keeps a stream gap-free, each id once and each sound record, whatever comes and however often', () => {
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
      const stream = new Map<number, Taken>();
      const accepted = new Map<string, Taken>();
      let next = 1;
      for (const { sequence, id, digest, fault } of attempts) {
        if (sequence > next) continue;
        const judge = () => judgeRecord({ id, digest, fault }, stream.get(sequence) ?? null, accepted.get(id) ?? null);
        const answer = judge();
        if (answer.result === 'accepted') {
          expect(fault).toBeNull();
          expect(accepted.has(id)).toBe(false);
          accepted.set(id, { id, digest });
        } else if (fault === null) expect(accepted.has(id)).toBe(true);
        if (sequence === next) {
          expect(answer.result).not.toBe('duplicate');
          stream.set(sequence, answer.result === 'rejected' ? { digest, rejected: answer.reason } : { id, digest });
        }
        next = nextAfter(next, sequence);
        const again = judge();
        expect(again).toEqual(answer.result === 'accepted' ? { result: 'duplicate' } : answer);
      }
      expect([...stream.keys()]).toEqual(Array.from({ length: next - 1 }, (_, at) => at + 1));
    }),
    { numRuns: 2000 },
  );
});
