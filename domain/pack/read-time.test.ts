import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes, readClock, readDate, readDateTime, readMinutes, splitRange } from './read-time.ts';

describe('a day', () => {
  it.each([
    '2025-05-30', '2025/5/30', '2025.5.30', '2025年5月30日', '20250530', '30 May 2025', '30th of May, 2025', 'May 30, 2025', '30-May-2025', '30/5/2025',
    '5/30/2025', '更新日期：2025-05-30', '2025-05-30 10:00', '2025-05-30T10:00:00+08:00', '1748563200', '1748563200000', 'Friday, 30 May 2025',
  ])('%s', (written) => {
    expect(readDate(written, 'Asia/Hong_Kong')).toBe('2025-05-30');
  }); // prettier-ignore

  it.each(['', 'soon', '3 days ago', '2025-13-01', '2025-02-30', '30 Foo 2025', '12345'])('not %j', (written) => {
    expect(readDate(written, null)).toBeNull();
  });

  it('is the one of Hong Kong where both numbers could be months', () => {
    expect(readDate('3/5/2025', null)).toBe('2025-05-03');
  });

  it('stays what it is as ISO 8601', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const written = day.toISOString().slice(0, 10);
        expect(readDate(written, 'Asia/Hong_Kong')).toBe(written);
      }),
    );
  });
});

describe('date and time', () => {
  it.each([
    ['2025-05-30 10:00', '2025-05-30T10:00'],
    ['2025-05-30T10:00:00', '2025-05-30T10:00'],
    ['2025/5/30 9:30 PM', '2025-05-30T21:30'],
    ['2025年5月30日 下午2:30', '2025-05-30T14:30'],
    ['30 May 2025, 10:00', '2025-05-30T10:00'],
    ['2025-05-30T02:00:00Z', '2025-05-30T10:00'],
    ['2025-05-30T10:00:00+0800', '2025-05-30T10:00'],
    ['1748570400', '2025-05-30T10:00'],
  ])('%s', (written, local) => {
    expect(readDateTime(written, 'Asia/Hong_Kong')).toBe(local);
  });

  it('needs both', () => {
    expect(readDateTime('2025-05-30', null)).toBeNull();
    expect(readDateTime('10:00', null)).toBeNull();
  });

  it('reads clocks, two of them and lengths of time', () => {
    expect(['12:15 am', '9 pm', '14時', '上午9:05', '25:00', 'noon'].map(readClock)).toEqual([
      '00:15', '21:00', '14:00', '09:05', null, null,
    ]); // prettier-ignore
    expect(splitRange('10:00 - 11:30')).toEqual(['10:00', '11:30']);
    expect(splitRange('2025-05-30 13:25至18:00')).toEqual(['2025-05-30 13:25', '18:00']);
    expect(splitRange('2025-05-30T10:00:00-05:00')).toBeNull();
    expect(['90', '1:30', '45 min', '30分鐘', 'long'].map(readMinutes)).toEqual([90, 90, 45, 30, null]);
    expect(addMinutes('2025-05-30T23:30', 60)).toBe('2025-05-31T00:30');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        expect([readDate(written, null), readDateTime(written, 'Asia/Hong_Kong'), splitRange(written)]).toHaveLength(3);
      }),
    );
  });
});
