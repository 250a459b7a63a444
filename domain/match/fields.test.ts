import { expect, test } from 'vitest';
import { fitField, listFields } from './fields.ts';
import { createJob, fields } from './match.fixture.ts';

const [analog, verification] = fields;

test('a job is of a field by the words of its name or its own words, surely in title and skills', () => {
  if (!analog || !verification) throw new Error('the fixture has two fields');
  expect(fitField(createJob({ title: { en: 'RF Engineer' } }), analog)).toBe('sure');
  expect(fitField(createJob({ title: { 'zh-Hant': '模擬電路設計師' } }), analog)).toBe('sure');
  expect(fitField(createJob({ text: { en: 'Analog front ends' } }), analog)).toBe('likely');
  expect(fitField(createJob({ title: { en: 'Surface Engineer' } }), analog)).toBeNull();
  expect(fitField(createJob({ skills: ['UVM'] }), verification)).toBe('sure');
  expect(fitField(createJob({ text: { en: 'Each testbench counts' } }), verification)).toBe('likely');
});

test('an event without interests offers its functions, seven at most', () => {
  const functions = Array.from({ length: 9 }, (_, index) => ({ id: `f${index}`, name: { en: `Function ${index}` } }));
  const offered = listFields({ interests: [], functions });
  expect(offered).toHaveLength(7);
  const [first] = offered;
  if (!first) throw new Error('none offered');
  expect(fitField(createJob({ function: 'f0' }), first)).toBe('sure');
  expect(fitField(createJob({ function: 'f1' }), first)).toBeNull();
});
