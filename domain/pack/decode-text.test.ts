import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = new TextEncoder().encode('SUMMARY:\u01a1');

it.each(['agenda.ics', 'Companies.JSON', 'floorplan.geojson'])('%s is UTF-8 where it can be', (file) => {
  expect(decodeText(file, bytes)).toEqual({ text: 'SUMMARY:\u01a1', problems: [] });
});

it('where no standard says so, the same bytes are a guess, which is told', () => {
  expect(decodeText('jobs.csv', bytes)).toMatchObject({ problems: [{ severity: 'warning', file: 'jobs.csv' }] });
});

it('a calendar in UTF-16 or Big5 is still read', () => {
  const utf16 = new Uint8Array(Buffer.from('\ufeffSUMMARY:\u958b\u5e55', 'utf16le'));
  expect(decodeText('agenda.ics', utf16).text).toBe('SUMMARY:\u958b\u5e55');
  // 開幕典禮 in Big5.
  const big5 = Uint8Array.from([
    ...new TextEncoder().encode('SUMMARY:'),
    0xb6,
    0x7d,
    0xb9,
    0xf5,
    0xa8,
    0xe5,
    0xc2,
    0xa7,
  ]);
  expect(decodeText('agenda.ics', big5).text).toBe('SUMMARY:\u958b\u5e55\u5178\u79ae');
});
