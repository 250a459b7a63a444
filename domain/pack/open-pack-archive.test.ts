import { expect, it } from 'vitest';
import { openPackArchive } from './open-pack-archive.ts';
import { zip } from './workbook.fixture.ts';

it('opens a pack that was packed with its folder, without what systems add', () => {
  const files = openPackArchive(
    zip({
      'day/event.json': '{}',
      'day/jobs/a.csv': 'id',
      'day/.DS_Store': 'x',
      '__MACOSX/day/._event.json': 'x',
      'other.txt': 'x',
    }),
  );
  expect([...(files?.keys() ?? [])]).toEqual(['event.json', 'jobs/a.csv']);
});

it('opens one that was packed without', () => {
  const files = openPackArchive(zip({ 'event.json': '{}', 'jobs.csv': 'id' }));
  expect([...(files?.keys() ?? [])]).toEqual(['event.json', 'jobs.csv']);
});

it('gives nothing for what is no archive', () => {
  expect(openPackArchive(new TextEncoder().encode('id,name'))).toBeNull();
});
