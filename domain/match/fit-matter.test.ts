import { expect, test } from 'vitest';
import { findResearch, fitMatter, listMatters } from './fit-matter.ts';
import { createJob, place } from './match.fixture.ts';

test('close by is less than a minute from this kiosk', () => {
  expect(fitMatter('close-by', createJob({ company: 'near' }), place)).toBe(true);
  expect(fitMatter('close-by', createJob({ company: 'far' }), place)).toBe(false);
  expect(fitMatter('close-by', createJob({ company: 'elsewhere' }), place)).toBeNull();
});

test('new is the week before the event', () => {
  const fits = (posted: string) => fitMatter('new', createJob({ posted }), place);
  expect([fits('2025-05-22'), fits('2025-05-23'), fits('2025-05-30')]).toEqual([false, true, true]);
});

test('no experience: by the level, or because the text says so in any of the languages', () => {
  const fits = (text: string) => fitMatter('no-experience', createJob({ level: 'mid', text: { en: text } }), place);
  expect(fitMatter('no-experience', createJob({ level: 'intern' }), place)).toBe(true);
  expect(['No experience needed.', '無需經驗', '经验不限'].map(fits)).toEqual([true, true, true]);
  expect(fits('No nonsense, five years of experience.')).toBe(false);
});

test('only what tells the jobs apart is asked', () => {
  const jobs = [
    createJob({ id: '1', contract: 'full-time', languages: ['en', 'yue'] }),
    createJob({ id: '2', contract: 'full-time', languages: ['en'], company: 'near' }),
  ];
  expect(listMatters(jobs, place)).toEqual(['close-by', 'cantonese']);
  expect(listMatters([], place)).toEqual([]);
});

test('the function that is research, by id or by name', () => {
  expect(findResearch([{ id: 'f1', name: { 'zh-Hans': '研发' } }])).toBe('f1');
  expect(findResearch([{ id: 'nursing', name: { en: 'Nursing' } }])).toBeNull();
});
