import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, type Release } from '../../domain/protocol/updates.ts';
import { judgeRelease, type Known } from './judge-release.ts';

function offer(version: string, journalSchema = 3): Release {
  return { version, files: [], foyer: { channel: 'latest', journalSchema } };
}

const known: Known = { running: '0.2.0', seen: '0.3.0', bad: ['0.4.0'], journal: 3, mayBeOlder: false };

describe('a release that is offered', () => {
  it.each([
    ['0.3.0', { ok: true, value: 'take' }],
    ['0.10.0', { ok: true, value: 'take' }],
    ['0.2.0', { ok: true, value: 'current' }],
    ['0.1.9', { ok: false, reason: 'older' }],
    ['0.2.9', { ok: false, reason: 'replayed' }],
    ['0.4.0', { ok: false, reason: 'known-bad' }],
  ])('%s', (version, verdict) => {
    expect(judgeRelease(offer(version), known)).toEqual(verdict);
  });

  it('is never taken when it cannot read the journal, nor when it is older and nobody asked', () => {
    const part = fc.integer({ min: 0, max: 12 });
    const versions = fc.tuple(part, part, part).map((numbers) => numbers.join('.'));
    const journals = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(versions, versions, versions, journals, journals, fc.boolean(), (...drawn) => {
        const [version, running, seen, schema, journal, mayBeOlder] = drawn;
        const judged = judgeRelease(offer(version, schema), { running, seen, bad: [], journal, mayBeOlder });
        if (!judged.ok || judged.value !== 'take') return;
        expect(schema).toBeGreaterThanOrEqual(journal);
        if (mayBeOlder) return;
        expect(compareVersions(version, running)).toBeGreaterThan(0);
        expect(compareVersions(version, seen)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('may be older for a technician, as long as the data allow it', () => {
    const asked = { ...known, mayBeOlder: true };
    expect(judgeRelease(offer('0.1.0', 3), asked)).toEqual({ ok: true, value: 'take' });
    expect(judgeRelease(offer('0.1.0', 2), asked)).toEqual({ ok: false, reason: 'data-newer' });
  });
});
