import { expect, test } from 'vitest';
import { createJob } from './match.fixture.ts';
import { namesShiftWork } from './shift-words.ts';

const isShiftWork = (text: string) => namesShiftWork(createJob({ text: { en: text } }));

test.each([
  'Test Section Supervisor, Night Shift',
  'You lead forty people on four shifts at the saws.',
  'Each department including nights at the saws',
  'About eight nights a month are spent in factories.',
  'Two shifts, alternating weekly, with an allowance',
  'Shift work is limited to one week a month.',
  'Night calls happen about twice a year',
  'You tune pressure controls at night when lifts are still',
  '夜班每月不超过四个，另有补贴。',
  '可配合輪班；公司提供宿舍',
  '接受倒班',
  '日夜更每月對調，三更制',
  '需轮班，四班二运转',
])('work at night or in shifts: %s', (text) => {
  expect(isShiftWork(text)).toBe(true);
});

test.each([
  'Stress from a lid shifts the bias of an accelerometer.',
  'A level shifter and a phase shift keyed radio',
  'All layouts are routed every night on 64 machines.',
  'The machine drives ten thousand times a shift.',
  'No night shifts, no weekends.',
  'Regular hours without shift work',
  '無需輪班，朝九晚六',
  '不上夜班，周末双休',
  '三班人馬一起開發',
])('no such work: %s', (text) => {
  expect(isShiftWork(text)).toBe(false);
});
